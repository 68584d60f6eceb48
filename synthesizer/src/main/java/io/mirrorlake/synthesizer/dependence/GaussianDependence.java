package io.mirrorlake.synthesizer.dependence;

import io.mirrorlake.profiler.copula.GaussianCopula;
import io.mirrorlake.profiler.copula.Latent;
import io.mirrorlake.profiler.copula.Latent.Role;
import io.mirrorlake.profiler.profile.ColumnProfile.Drawn;
import io.mirrorlake.synthesizer.dependence.Draw.Purpose;
import java.util.ArrayList;
import java.util.List;

/**
 * The Gaussian copula: z = L Phi^-1(draws) with the Cholesky factor L of the latents' correlation
 * matrix, then u = Phi(z).
 *
 * <p>As L is lower triangular, latent i needs the draws of the latents up to i only; wanting fewer
 * columns leaves out the rows of L below the last one wanted, and the sums that remain are added in
 * the same order. A column that the copula does not know, or whose nulls it does not know, gets
 * draws of its own.
 */
final class GaussianDependence implements Dependence {
  private final List<Draw> draws;
  private final LowerTriangle factor;
  private final Assembly[] columns;

  /**
   * How a column's u comes about.
   *
   * @param value the array of its value
   * @param missing the array of its null indicator, or -1 where the value's array holds the u
   *     already
   * @param share the probability of a value that is not null
   * @param present where values lie that are not null
   */
  private record Assembly(int value, int missing, double share, PresentValues present) {}

  private GaussianDependence(List<Draw> draws, LowerTriangle factor, List<Assembly> columns) {
    this.draws = List.copyOf(draws);
    this.factor = factor;
    this.columns = columns.toArray(Assembly[]::new);
  }

  static GaussianDependence of(GaussianCopula copula, List<Drawn> wanted) {
    List<Latent> latents = copula.latents();
    List<Draw> draws = new ArrayList<>(latents.stream().map(GaussianDependence::draw).toList());
    int[] slots = new int[2 * wanted.size()];
    boolean[] needed = new boolean[latents.size()];
    int used = 0;
    for (int k = 0; k < slots.length; k++) {
      Role role = k % 2 == 0 ? Role.VALUE : Role.MISSING;
      slots[k] = latents.indexOf(new Latent(wanted.get(k / 2).name(), role));
      if (slots[k] >= 0) {
        needed[slots[k]] = true;
        used = Math.max(used, slots[k] + 1);
      }
    }
    draws.subList(used, draws.size()).clear();
    List<Assembly> columns = new ArrayList<>();
    for (int k = 0; k < wanted.size(); k++) {
      int value = slots[2 * k];
      int missing = slots[2 * k + 1];
      double own = value < 0 || missing < 0 ? 0 : copula.correlation().get(value, missing);
      columns.add(assembly(wanted.get(k), value, missing, own, draws));
    }
    return new GaussianDependence(
        draws, LowerTriangle.of(copula.correlation(), needed, used), columns);
  }

  private static Draw draw(Latent latent) {
    return new Draw(latent.column(), latent.role() == Role.VALUE ? Purpose.VALUE : Purpose.MISSING);
  }

  /**
   * Adds the draws that the column needs besides its latents.
   *
   * @param own the correlation of its two latents
   */
  private static Assembly assembly(
      Drawn column, int valueLatent, int missingLatent, double own, List<Draw> draws) {
    double share = 1 - column.marginal().nullProbability();
    int value =
        valueLatent >= 0 ? valueLatent : added(draws, new Draw(column.name(), Purpose.VALUE));
    if (share == 1 || (valueLatent < 0 && missingLatent < 0)) {
      return new Assembly(value, -1, share, PresentValues.of(1, 0));
    }
    int missing =
        missingLatent >= 0 ? missingLatent : added(draws, new Draw(column.name(), Purpose.MISSING));
    return new Assembly(value, missing, share, PresentValues.of(share, own));
  }

  private static int added(List<Draw> draws, Draw draw) {
    draws.add(draw);
    return draws.size() - 1;
  }

  @Override
  public List<Draw> draws() {
    return draws;
  }

  @Override
  public int slot(int column) {
    return columns[column].value();
  }

  @Override
  public void couple(double[][] arrays, int rows) {
    factor.correlate(arrays, rows);
    for (Assembly column : columns) {
      if (column.missing() >= 0) {
        assemble(column, arrays[column.value()], arrays[column.missing()], rows);
      }
    }
  }

  /** A value lies below the share; a null stays where it is, at the share or above. */
  private static void assemble(Assembly column, double[] value, double[] missing, int rows) {
    for (int i = 0; i < rows; i++) {
      boolean isNull = missing[i] >= column.share();
      value[i] = isNull ? missing[i] : column.present().place(value[i]);
    }
  }
}
