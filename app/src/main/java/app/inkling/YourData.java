package app.inkling;

import android.content.Context;
import android.net.Uri;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import app.inkling.data.StoredData;
import app.inkling.data.StoredSentences;
import app.inkling.mllib.data.archive.ArchiveLimits;
import app.inkling.mllib.data.archive.ArchiveReader;
import app.inkling.mllib.data.archive.ArchiveWriter;
import app.inkling.mllib.tflite.ExportException;
import app.inkling.settings.DataActions;
import app.inkling.settings.DataReport;
import app.inkling.training.Trainings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that Inkling keeps, as one archive: {@code drawings.tsv}, {@code sentences.tsv}, the models
 * and the records of the versions below {@code models/} and {@code words/}, and the model in use as {@code
 * digits.tflite}. Works on the training thread, so that no session changes a file meanwhile.
 */
final class YourData implements DataActions {
  private static final String DRAWINGS = "drawings.tsv";
  private static final String SENTENCES = "sentences.tsv";

  private final Context context;
  private final AppContainer container;
  private final StoredData stored;
  private final StoredSentences sentences;
  private final Map<String, Path> models;
  private final MutableLiveData<DataReport> report = new MutableLiveData<>();
  private final MutableLiveData<List<String>> told = new MutableLiveData<>();
  private Runnable wordsChanged = () -> { };

  /** @param models where learned models lie, by their folder's name in an archive */
  YourData(Context context, AppContainer container, StoredData stored, StoredSentences sentences,
      Map<String, Path> models) {
    this.context = context;
    this.container = container;
    this.stored = stored;
    this.sentences = sentences;
    this.models = models;
  }

  /** @param listener called on the main thread when what was typed came in or went */
  void onWordsChanged(Runnable listener) {
    wordsChanged = listener;
  }

  @Override
  public LiveData<DataReport> report() {
    return report;
  }

  @Override
  public void checkBeforeExport() {
    work(() -> {
      told.postValue(container.exportCheck().told());
      return new DataReport(DataReport.Kind.CHECKED, 0, 0, "");
    });
  }

  @Override
  public LiveData<List<String>> told() {
    return told;
  }

  @Override
  public void toldSeen() {
    told.setValue(null);
  }

  @Override
  public void exportTo(Uri target) {
    work(() -> {
      try (OutputStream out = context.getContentResolver().openOutputStream(target, "w")) {
        if (out == null) {
          throw new FileNotFoundException(target.toString());
        }
        return export(out);
      }
    });
  }

  @Override
  public void importFrom(Uri source) {
    work(() -> {
      Path scratch = context.getCacheDir().toPath().resolve("import");
      try (InputStream in = context.getContentResolver().openInputStream(source)) {
        if (in == null) {
          throw new FileNotFoundException(source.toString());
        }
        return takeIn(in, scratch);
      } finally {
        deleteBelow(scratch);
      }
    });
  }

  @Override
  public void erase() {
    container.trainings().values().forEach(Trainings::stop);
    work(() -> {
      for (Trainings each : container.trainings().values()) {
        each.forgetAll();
      }
      stored.erase();
      List<String> remains = new ArrayList<>(stored.remains());
      for (Trainings each : container.trainings().values()) {
        remains.addAll(each.remains());
      }
      container.readWithDigitsInUse();
      container.recognizer().remember();
      container.networkChanged();
      container.executors().main().execute(wordsChanged);
      return new DataReport(DataReport.Kind.ERASED, 0, 0, String.join(", ", remains));
    });
  }

  /** A step that may fail; its report goes to the screen. */
  private interface Step {
    DataReport run() throws IOException, ExportException;
  }

  private void work(Step step) {
    report.setValue(DataReport.working());
    container.executors().training().execute(() -> {
      try {
        report.postValue(step.run());
      } catch (IOException | ExportException | RuntimeException e) {
        report.postValue(new DataReport(DataReport.Kind.FAILED, 0, 0,
            e.getMessage() == null ? e.toString() : e.getMessage()));
      }
    });
  }

  private DataReport export(OutputStream out) throws IOException, ExportException {
    int written = 0;
    byte[] drawings = stored.drawings();
    try (ArchiveWriter archive = new ArchiveWriter(out, Map.of("created", Instant.now().toString()))) {
      archive.add(DRAWINGS, drawings);
      archive.add(SENTENCES, sentences.table());
      for (Map.Entry<String, Path> folder : new TreeMap<>(models).entrySet()) {
        for (Path file : learned(folder.getValue())) {
          archive.add(folder.getKey() + '/' + file.getFileName(), Files.readAllBytes(file));
          written += file.toString().endsWith(".version") ? 1 : 0;
        }
      }
      archive.add("digits.tflite", container.digitsInUse().load().model().toTflite());
      archive.finish();
    }
    return new DataReport(DataReport.Kind.EXPORTED, lines(drawings) - 1, written, "");
  }

  private DataReport takeIn(InputStream in, Path scratch) throws IOException {
    deleteBelow(scratch);
    ArchiveReader.Unpacked unpacked =
        new ArchiveReader("the archive", ArchiveLimits.PHONE, () -> false).unpack(in, scratch);
    byte[] table = Files.readAllBytes(unpacked.file(DRAWINGS));
    int versions = takeIn(scratch.resolve(AppContainer.MODELS), container.digitTrainings())
        + takeIn(scratch.resolve(AppContainer.WORDS), container.wordTrainings());
    if (Files.exists(scratch.resolve(SENTENCES))) {
      sentences.takeIn(SENTENCES, Files.readAllBytes(unpacked.file(SENTENCES)));
    }
    int drawings = stored.takeIn(DRAWINGS, table);
    container.recognizer().remember();
    container.executors().main().execute(wordsChanged);
    return new DataReport(DataReport.Kind.IMPORTED, drawings, versions, "");
  }

  private static int takeIn(Path folder, Trainings trainings) throws IOException {
    return Files.isDirectory(folder) ? trainings.takeIn(folder) : 0;
  }

  private static List<Path> learned(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".inkling") || file.toString().endsWith(".version"))
          .sorted().collect(Collectors.toList());
    }
  }

  private static int lines(byte[] text) {
    int lines = 0;
    for (byte each : text) {
      lines += each == '\n' ? 1 : 0;
    }
    return lines;
  }

  private static void deleteBelow(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
          Files.delete(file);
        }
      }
    }
  }
}
