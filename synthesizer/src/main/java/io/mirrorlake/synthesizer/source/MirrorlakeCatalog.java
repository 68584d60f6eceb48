package io.mirrorlake.synthesizer.source;

import io.mirrorlake.profiler.profile.Profile;
import io.mirrorlake.profiler.profile.TableProfile;
import io.mirrorlake.profiler.schema.ErrorKind;
import io.mirrorlake.profiler.schema.UserException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.catalog.TableInfo;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The tables of a profile as those of a catalog: with {@code spark.sql.catalog.synthetic} set to
 * this class, and the data source's options below that name, {@code synthetic.retail.orders} is a
 * table. A profile is one database, whatever it is called; tables can be read, and nothing else.
 */
public final class MirrorlakeCatalog implements TableCatalog {
  private String catalog = MirrorlakeSource.NAME;
  private Map<String, String> options = Map.of();

  @Override
  public void initialize(String name, CaseInsensitiveStringMap given) {
    this.catalog = name;
    this.options = Map.copyOf(given.asCaseSensitiveMap());
    ReadOptions.of(options);
  }

  @Override
  public String name() {
    return catalog;
  }

  private ProfileDocument document() {
    return ProfileFile.read(ReadOptions.of(options).profile());
  }

  @Override
  public Identifier[] listTables(String[] namespace) {
    return document().profile().tables().stream()
        .map(table -> Identifier.of(namespace, table.name()))
        .toArray(Identifier[]::new);
  }

  /** The table; as anywhere in Spark SQL, case does not matter unless two names differ by it. */
  @Override
  public Table loadTable(Identifier identifier) throws NoSuchTableException {
    ProfileDocument document = document();
    Profile profile = document.profile();
    String name =
        profile.tables().stream()
            .map(TableProfile::name)
            .filter(identifier.name()::equals)
            .findFirst()
            .or(
                () ->
                    profile.tables().stream()
                        .map(TableProfile::name)
                        .filter(identifier.name()::equalsIgnoreCase)
                        .findFirst())
            .orElse("");
    if (name.isEmpty() || identifier.namespace().length > 1) {
      throw new NoSuchTableException(identifier);
    }
    Map<String, String> read = new HashMap<>(options);
    read.put("table", Objects.requireNonNull(name));
    return SyntheticTable.of(ChosenTable.of(document, ReadOptions.of(read)), read);
  }

  @Override
  public Table createTable(Identifier identifier, TableInfo table) {
    throw readOnly("created");
  }

  @Override
  public Table alterTable(Identifier identifier, TableChange... changes) {
    throw readOnly("altered");
  }

  @Override
  public boolean dropTable(Identifier identifier) {
    throw readOnly("dropped");
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly("renamed");
  }

  private UserException readOnly(String what) {
    return UserException.of(
        ErrorKind.CONFIGURATION,
        "catalog '" + catalog + "': a table of a profile cannot be " + what,
        "profile other tables, or write the rows into a catalog that keeps tables");
  }
}
