package app.inkling.mllib.suggest;

import app.inkling.mllib.model.text.Vocabulary;
import java.util.Arrays;

/** Where the words of a list stand in the vocabulary, and what those have of the unknown word that stand nowhere. */
final class Listing {
  /** By index of the word list: number in the vocabulary, or -1. */
  final int[] numbers;
  /** By index of the word list: share of the unknown words, 0 for those that have a number. */
  final float[] shares;

  Listing(WordList list, Vocabulary vocabulary) {
    numbers = new int[list.size()];
    shares = new float[list.size()];
    Arrays.fill(numbers, -1);
    for (int number = Vocabulary.FIRST_WORD; number < vocabulary.size(); number++) {
      int index = list.find(vocabulary.word(number));
      if (index >= 0) {
        numbers[index] = number;
      }
    }
    double beyond = 0;
    for (int i = 0; i < numbers.length; i++) {
      shares[i] = numbers[i] < 0 ? (float) list.share(i) : 0;
      beyond += shares[i];
    }
    for (int i = 0; i < shares.length && beyond > 0; i++) {
      shares[i] /= (float) beyond;
    }
  }
}
