package app.inkling.mllib.bench.tensorflow;

import app.inkling.mllib.bench.work.Contender;
import app.inkling.mllib.bench.work.Images;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.bench.work.Workload;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/** TensorFlow for Java: graphs in a session. */
public final class TensorFlowContender implements Contender {
  @Override
  public Work open(Workload workload, int threads) {
    Graph graph = new Graph();
    ConfigProto config = ConfigProto.newBuilder().setIntraOpParallelismThreads(threads)
        .setInterOpParallelismThreads(1).build();
    Session session = new Session(graph, config);
    Model model = new Model(Ops.create(graph), graph, session);
    return switch (workload) {
      case W1 -> new ImageTraining(model, model.pixels(Images.BATCH), Networks::perceptron);
      case W2 -> new ImageTraining(model, model.images(Images.BATCH), Networks::convolution);
      case W3 -> new TextTraining(model);
      case W4_W1 -> Answers.aboutImages(model, model.pixels(1), Networks::perceptron);
      case W4_W2 -> Answers.aboutImages(model, model.images(1), Networks::convolution);
      case W4_W3 -> Answers.aboutWords(model);
      case W5_SQUARE, W5_FLAT -> throw new UnsupportedOperationException(
          "a product alone would measure its session");
    };
  }
}
