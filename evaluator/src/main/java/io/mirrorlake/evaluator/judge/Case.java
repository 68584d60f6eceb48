package io.mirrorlake.evaluator.judge;

import java.util.List;
import java.util.Optional;

/**
 * What every section looks at.
 *
 * @param scene the tables, with the columns that metrics look at
 * @param coarse the same with rare labels lumped together, for what looks at columns together
 * @param lineup the tables in the synthetic table's place, with equally many rows
 * @param missing the shares of missing values, over all rows, in the order of the columns
 * @param fullScale what was counted over all rows
 * @param whole all rows, where the samples are not
 * @param engines who does the heavy work
 */
record Case(
    Scene scene,
    Scene coarse,
    Lineup lineup,
    List<Evidence.MissingShares> missing,
    Evidence.FullScale fullScale,
    Optional<WholeTables> whole,
    Engines engines) {
  Case {
    missing = List.copyOf(missing);
  }

  static Case of(ComparedColumns compared, Evidence evidence, Engines engines) {
    Scene scene = compared.scene();
    return new Case(
        scene,
        scene.coarse(),
        Lineup.of(scene),
        compared.missing(),
        evidence.fullScale(),
        evidence.whole(),
        engines);
  }

  long seed() {
    return scene.seed();
  }
}
