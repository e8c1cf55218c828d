package app.inkling.mllib.model.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much translations share with those of people, 0 to 100: {@code BP * exp(mean over n = 1 to 4 of log
 * p[n])}, where p[n] is the share of the candidates' n-grams that a reference has, each at most as often as
 * the reference that has it most often, and BP = min(1, e^(1 - r / c)) for c words where the references
 * nearest in length have r (Papineni et al. 2002, "BLEU", section 2.3). Over all sentences together,
 * without smoothing.
 */
public final class Bleu {
  /** Longest n-grams. */
  public static final int ORDER = 4;

  private final long[] matched = new long[ORDER];
  private final long[] total = new long[ORDER];
  private long candidateWords;
  private long referenceWords;

  /** @param references translations of the same sentence by people, at least one */
  public void add(List<String> candidate, List<List<String>> references) {
    if (references.isEmpty()) {
      throw new IllegalArgumentException("Bleu: wants at least one reference for " + candidate
          + ", got none");
    }
    candidateWords += candidate.size();
    referenceWords += references.stream().mapToInt(List::size).boxed().min((a, b) -> {
      int difference = Math.abs(a - candidate.size()) - Math.abs(b - candidate.size());
      return difference != 0 ? difference : a - b;
    }).get();
    for (int n = 1; n <= ORDER; n++) {
      Map<List<String>, Integer> most = new HashMap<>();
      for (List<String> reference : references) {
        counts(reference, n).forEach((gram, count) -> most.merge(gram, count, Math::max));
      }
      for (Map.Entry<List<String>, Integer> gram : counts(candidate, n).entrySet()) {
        total[n - 1] += gram.getValue();
        matched[n - 1] += Math.min(gram.getValue(), most.getOrDefault(gram.getKey(), 0));
      }
    }
  }

  private static Map<List<String>, Integer> counts(List<String> words, int n) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      counts.merge(words.subList(i, i + n), 1, Integer::sum);
    }
    return counts;
  }

  /** Share of the n-grams that were found, 0 to 1; 0 when there was none. */
  public double precision(int n) {
    return total[n - 1] == 0 ? 0 : (double) matched[n - 1] / total[n - 1];
  }

  /** 1 unless the translations are shorter than the references. */
  public double brevityPenalty() {
    return candidateWords >= referenceWords ? 1 : candidateWords == 0 ? 0
        : StrictMath.exp(1 - (double) referenceWords / candidateWords);
  }

  /** Of all sentences added, 0 to 100; 0 while one of the precisions is. */
  public double score() {
    double logs = 0;
    for (int n = 1; n <= ORDER; n++) {
      logs += StrictMath.log(precision(n)) / ORDER;
    }
    return 100 * brevityPenalty() * StrictMath.exp(logs);
  }
}
