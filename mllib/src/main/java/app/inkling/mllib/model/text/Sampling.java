package app.inkling.mllib.model.text;

import app.inkling.mllib.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes text: draws each next word from a model's distribution, and has the model read it as if it had been
 * there. Left alone a model goes astray among its own unlikely words, so the distribution is sharpened first:
 *
 * <pre>
 * temperature T   p(w)^(1/T), so that T below 1 is bolder; 0 takes the likeliest word
 * top k           only the k likeliest words (Fan et al. 2018, "Hierarchical neural story generation")
 * top p           only the fewest that together have probability p (Holtzman et al. 2020, "The curious
 *                 case of neural text degeneration")
 * </pre>
 *
 * in this order, and then drawn in proportion to what is left.
 *
 * @param temperature 0 or more
 * @param topK at least 1
 * @param topP above 0, up to 1
 */
public record Sampling(float temperature, int topK, float topP) {
  /** Draws from the distribution as it is. */
  public static final Sampling PLAIN = new Sampling(1, Integer.MAX_VALUE, 1);
  /** Always the likeliest word. */
  public static final Sampling GREEDY = new Sampling(0, 1, 1);

  public Sampling {
    if (!(temperature >= 0 && topK >= 1 && topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("Sampling: temperature " + temperature + ", top k " + topK
          + ", top p " + topP + "; wants 0 or more, at least 1, above 0 and up to 1");
    }
  }

  public Sampling withTemperature(float temperature) {
    return new Sampling(temperature, topK, topP);
  }

  public Sampling withTopK(int topK) {
    return new Sampling(temperature, topK, topP);
  }

  public Sampling withTopP(float topP) {
    return new Sampling(temperature, topK, topP);
  }

  /**
   * The words that may be drawn, the likeliest first, equally likely ones by number.
   *
   * @param p probability of each word
   * @return as many numbers as words may be drawn, at least one
   */
  int[] allowed(double[] p) {
    List<Integer> order = IntStream.range(0, p.length).filter(word -> p[word] > 0).boxed()
        .sorted((a, b) -> Double.compare(p[b], p[a])).limit(temperature == 0 ? 1 : topK)
        .collect(Collectors.toList());
    double kept = 0;
    for (int word : order) {
      kept += p[word];
    }
    double sum = 0;
    int count = 0;
    while (count < order.size() && (count == 0 || sum < topP * kept)) {
      sum += p[order.get(count++)];
    }
    return order.subList(0, count).stream().mapToInt(Integer::intValue).toArray();
  }

  /** One word of a distribution, {@code p} by number. */
  public int choose(float[] p, Rng random) {
    double[] sharpened = new double[p.length];
    for (int word = 0; word < p.length; word++) {
      sharpened[word] = p[word] == 0 ? 0
          : temperature == 0 ? p[word] : StrictMath.exp(StrictMath.log(p[word]) / temperature);
    }
    int[] allowed = allowed(sharpened);
    double sum = 0;
    for (int word : allowed) {
      sum += sharpened[word];
    }
    double left = random.nextDouble() * sum;
    for (int word : allowed) {
      left -= sharpened[word];
      if (left < 0) {
        return word;
      }
    }
    return allowed[allowed.length - 1];
  }

  /**
   * Goes on from where a reader is.
   *
   * @param words numbers of the vocabulary
   * @param end number of the word that ends a sentence, the last one written
   * @param most words to write if that doesn't come
   */
  public int[] write(LanguageModel.Reader reader, int words, int end, int most, Rng random) {
    List<Integer> written = new ArrayList<>();
    float[] next = new float[words];
    int word = -1;
    while (written.size() < most && word != end) {
      reader.distribution(next);
      word = choose(next, random);
      reader.read(word);
      written.add(word);
    }
    return written.stream().mapToInt(Integer::intValue).toArray();
  }
}
