package io.mirrorlake.synthesizer.dataset;

import io.mirrorlake.profiler.profile.ColumnProfile;
import io.mirrorlake.synthesizer.column.InheritedSampler;
import io.mirrorlake.synthesizer.column.Values;
import io.mirrorlake.synthesizer.plan.BlockSampler;
import java.util.List;

/**
 * The values of the leading parents of a chunk's rows. The parents lie in the chunk that the cursor
 * of their table stands at, and are read block by block as their children come. Not for several
 * threads.
 */
final class ParentRows implements InheritedSampler.Rows {
  private final Chunk children;
  private final Chunk parents;
  private final BlockSampler sampler;
  private final List<String> columns;

  /** The first row of the chunk whose rows are being read. */
  private long chunkStart = -1;

  /** Where the block that the sampler holds starts in the chunk, and how many rows it has. */
  private int blockStart;

  private int blockRows;

  /**
   * @param children the chunk of the children
   * @param rows the fields that are wanted of the parents
   * @param cursor the cursor of their table
   */
  ParentRows(Chunk children, TableRows rows, LevelCursor cursor) {
    this.children = children;
    this.parents = cursor.chunk();
    this.sampler = rows.plan().sampler(new CursorRows(rows, cursor));
    this.columns = rows.plan().columns().stream().map(ColumnProfile::name).toList();
  }

  /** The values of a column, of the block that was read last. */
  Values values(String column) {
    return sampler.values(columns.indexOf(column));
  }

  @Override
  public int of(long row) {
    int parent = children.parents[(int) (row - children.firstRow)];
    if (parent < 0) {
      return NONE;
    }
    if (parents.firstRow != chunkStart || parent < blockStart) {
      // Chunks start with the first row of a family, as what rises from sibling to sibling has to.
      chunkStart = parents.firstRow;
      blockStart = 0;
      blockRows = 0;
    }
    while (parent >= blockStart + blockRows) {
      blockStart += blockRows;
      blockRows = Math.min(BlockSampler.BLOCK_ROWS, parents.rows - blockStart);
      sampler.sample(chunkStart + blockStart, blockRows);
    }
    return parent - blockStart;
  }
}
