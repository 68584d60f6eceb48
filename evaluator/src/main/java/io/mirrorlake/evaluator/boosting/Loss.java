package io.mirrorlake.evaluator.boosting;

/**
 * What boosting makes small: a sum over rows of a function of response and score, with its two
 * derivatives.
 */
public enum Loss {
  /** Log loss of a response of 0 or 1 with probability {@code 1 / (1 + exp(-score))}. */
  LOGISTIC {
    @Override
    double baseline(double mean) {
      // A response that is all 0 or all 1 has no finite log-odds; 1e-6 keeps them at +-14.
      double share = Math.max(1e-6, Math.min(1 - 1e-6, mean));
      return Math.log(share / (1 - share));
    }

    @Override
    double gradient(double response, double score) {
      return 1 / (1 + Math.exp(-score)) - response;
    }

    @Override
    double curvature(double response, double score) {
      double probability = 1 / (1 + Math.exp(-score));
      return probability * (1 - probability);
    }

    @Override
    double value(double response, double score) {
      // log(1 + exp(s)) - y s without overflow.
      return Math.max(score, 0) - response * score + Math.log1p(Math.exp(-Math.abs(score)));
    }
  },
  /** Half the squared difference of response and score. */
  SQUARED {
    @Override
    double baseline(double mean) {
      return mean;
    }

    @Override
    double gradient(double response, double score) {
      return score - response;
    }

    @Override
    double curvature(double response, double score) {
      return 1;
    }

    @Override
    double value(double response, double score) {
      return 0.5 * (response - score) * (response - score);
    }
  };

  /** The best constant score for responses with this mean. */
  abstract double baseline(double mean);

  abstract double gradient(double response, double score);

  abstract double curvature(double response, double score);

  abstract double value(double response, double score);
}
