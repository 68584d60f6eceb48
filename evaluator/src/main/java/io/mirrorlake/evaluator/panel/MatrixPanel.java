package io.mirrorlake.evaluator.panel;

import java.util.List;

/**
 * Square matrices over the same names, shown beside each other.
 *
 * @param label what it is
 * @param names what rows and columns stand for
 * @param layers the matrices
 */
public record MatrixPanel(Label label, List<String> names, List<Layer> layers) implements Panel {
  public MatrixPanel {
    names = List.copyOf(names);
    layers = List.copyOf(layers);
    int cells = names.size() * names.size();
    for (Layer layer : layers) {
      if (layer.cells.size() != cells) {
        throw new IllegalArgumentException(
            "matrix " + layer.key + " has " + layer.cells.size() + " cells, not " + cells);
      }
    }
  }

  /**
   * One matrix.
   *
   * @param key its name in JSON
   * @param title its name for a reader
   * @param full the absolute value that gets the full colour
   * @param cells the value at {@code row * names + column}
   */
  public record Layer(String key, String title, double full, List<Double> cells) {
    public Layer {
      cells = List.copyOf(cells);
      if (!(full > 0)) {
        throw new IllegalArgumentException("matrix " + key + " has the full value " + full);
      }
    }
  }
}
