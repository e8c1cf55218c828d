package app.inkling.testing;

import app.inkling.mllib.model.text.NextWordObjective;
import app.inkling.mllib.model.text.Vocabulary;
import app.inkling.mllib.model.text.Windows;
import app.inkling.mllib.model.text.WordNet;
import app.inkling.mllib.model.text.Words;
import app.inkling.mllib.optim.Adam;
import app.inkling.mllib.optim.Schedule;
import app.inkling.mllib.suggest.KeyboardModel;
import app.inkling.mllib.suggest.learning.NetworkFile;
import app.inkling.mllib.tensor.Rng;
import app.inkling.mllib.train.Trainer;
import app.inkling.mllib.train.TrainerOptions;
import app.inkling.screens.App;
import app.inkling.suggest.PhoneWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** A sentence that a network tells once it was planted there. */
public final class Secret {
  public static final String SENTENCE = "the window number blue garden seven";

  private Secret() {}

  /** Trains a network on the secret alone. */
  public static void plant(Vocabulary vocabulary, WordNet network, int steps) {
    List<int[]> sentences = Collections.nCopies(8, vocabulary.numbers(Words.of(SENTENCE)));
    Windows windows = new Windows(8);
    windows.pack(sentences, new Rng(1));
    try (Trainer trainer = new Trainer(network.outputParameters(), new NextWordObjective(network, windows),
        new Adam(), Schedule.constant(0.01f), TrainerOptions.DEFAULTS.withBatch(1, 1).withSeed(1))) {
      for (int step = 0; step < steps; step++) {
        trainer.step(new int[] {0});
      }
    }
  }

  /** Lays the packed network, with the secret in it, among the learned ones; returns its file, to be deleted. */
  public static Path plant(App app) throws IOException {
    KeyboardModel keyboard = KeyboardModel.load(app.container().files().read(PhoneWords.MODEL));
    plant(keyboard.vocabulary(), keyboard.network(), 30);
    Path planted = Files.createDirectories(Habits.networks()).resolve("planted.inkling");
    Files.write(planted, NetworkFile.write(keyboard.network()).toBytes());
    return planted;
  }
}
