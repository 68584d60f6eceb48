package io.mirrorlake.profiler.relation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of a table's parents leads. */
public final class LeadingChoice {
  /** Larger families are those of hubs: stores, products, airports. */
  public static final double MAX_FAMILY = 64;

  /** Parents must be enough that what is told of their families is more than a few steps. */
  private static final int PARENTS_PER_UNIT = 5;

  private LeadingChoice() {}

  /**
   * A reference that may lead.
   *
   * @param name the reference's name
   * @param declared whether the user says that it leads
   * @param inKey whether all of its columns are part of the primary key
   * @param isWholeKey whether they are the primary key
   * @param inherited how many other references follow from this one
   * @param parents how many rows the parent has
   * @param family how many children a parent with children has on average
   * @param similarity how alike siblings are: intraclass correlations, summed over columns
   */
  public record Candidate(
      String name,
      boolean declared,
      boolean inKey,
      boolean isWholeKey,
      int inherited,
      long parents,
      double family,
      double similarity) {}

  /**
   * The leading one, if any is fit.
   *
   * @param candidates the references to other synthesized tables that decide their columns
   * @param minimumUnits k
   */
  public static Optional<Candidate> of(List<Candidate> candidates, int minimumUnits) {
    Optional<Candidate> declared = candidates.stream().filter(Candidate::declared).findFirst();
    if (declared.isPresent()) {
      return declared;
    }
    boolean bridge = candidates.stream().anyMatch(Candidate::inKey);
    return candidates.stream()
        .filter(candidate -> candidate.inKey() || !bridge)
        .filter(candidate -> candidate.inKey() || isFit(candidate, minimumUnits))
        .max(
            Comparator.comparing(Candidate::isWholeKey)
                .thenComparing(candidate -> isFit(candidate, minimumUnits))
                .thenComparing(Candidate::inherited)
                .thenComparing(candidate -> candidate.family() > 1)
                .thenComparing(Candidate::similarity));
  }

  private static boolean isFit(Candidate candidate, int minimumUnits) {
    return candidate.family() <= MAX_FAMILY
        && candidate.parents() >= (long) PARENTS_PER_UNIT * minimumUnits;
  }
}
