package app.inkling.mllib.train;

/** Hears of every update, on the training thread; what takes long here holds the training up. */
public interface TrainingListener {
  TrainingListener NONE = step -> {};

  void onStep(StepReport step);
}
