package app.inkling;

import androidx.annotation.NonNull;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.SavedStateHandleSupport;
import androidx.lifecycle.ViewModel;
import androidx.lifecycle.ViewModelProvider;
import androidx.lifecycle.viewmodel.CreationExtras;
import app.inkling.data.ModelVersionRow;
import app.inkling.digits.DrawViewModel;
import app.inkling.digits.ExplainViewModel;
import app.inkling.digits.HistoryViewModel;
import app.inkling.keyboard.DictionaryViewModel;
import app.inkling.settings.EnginesViewModel;
import app.inkling.settings.LicencesViewModel;
import app.inkling.settings.YouViewModel;
import app.inkling.suggest.PhoneWords;
import app.inkling.training.ComparisonViewModel;
import app.inkling.training.TrainViewModel;
import app.inkling.training.Trainings;
import app.inkling.training.VersionsViewModel;
import java.util.List;

/** Builds the screens' view models from the container. */
final class ScreenModels implements ViewModelProvider.Factory {
  private final AppContainer container;
  private final PhoneWords words;

  ScreenModels(AppContainer container, PhoneWords words) {
    this.container = container;
    this.words = words;
  }

  @NonNull
  @Override
  public <T extends ViewModel> T create(@NonNull Class<T> type, @NonNull CreationExtras extras) {
    return type.cast(build(type, extras));
  }

  private ViewModel build(Class<?> type, CreationExtras extras) {
    if (type == DrawViewModel.class) {
      return new DrawViewModel(SavedStateHandleSupport.createSavedStateHandle(extras), container.drawings(),
          container.recognizer(), System::currentTimeMillis);
    }
    if (type == HistoryViewModel.class) {
      return new HistoryViewModel(container.drawings(), container.executors().compute());
    }
    if (type == YouViewModel.class) {
      return new YouViewModel(container.drawings(), container.recognizer(), container.engines(),
          container.settings(), container.yourData());
    }
    if (type == TrainViewModel.class) {
      return new TrainViewModel(List.of(
          pupil(container.digitTrainings(), ModelVersionRow.DIGITS, container.digitsInUse().damage()),
          pupil(container.wordTrainings(), ModelVersionRow.WORDS, container.wordDamage())),
          container.trainingSettings());
    }
    if (type == VersionsViewModel.class) {
      return new VersionsViewModel(container.trainings(), container.modelVersions(),
          container.executors());
    }
    if (type == ComparisonViewModel.class) {
      return new ComparisonViewModel(container.modelVersions(), container.comparers(),
          container.executors().trials());
    }
    if (type == EnginesViewModel.class) {
      return new EnginesViewModel(container.engines(), container.recognizer());
    }
    if (type == ExplainViewModel.class) {
      return new ExplainViewModel(container.drawings(), container.digitsInUse(), container.files(),
          AppContainer.GENERAL_DIGITS, container.executors().trials());
    }
    if (type == LicencesViewModel.class) {
      return new LicencesViewModel(container.files(), container.executors().disk());
    }
    if (type == DictionaryViewModel.class) {
      return new DictionaryViewModel(words, container.executors().compute());
    }
    throw new IllegalArgumentException("ScreenModels: no screen has a " + type.getName());
  }

  private TrainViewModel.Pupil pupil(Trainings trainings, String kind, LiveData<String> damage) {
    return new TrainViewModel.Pupil(kind, trainings, container.sessions().learning(kind), damage);
  }
}
