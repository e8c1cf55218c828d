package app.inkling.mllib.bench;

import app.inkling.mllib.bench.work.Contender;
import app.inkling.mllib.bench.work.Work;
import app.inkling.mllib.bench.work.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One step of a workload by one library: its rate, and how long single steps take. */
@State(Scope.Benchmark)
public class WorkBenchmark {
  /** Class of the {@link Contender}. */
  @Param("app.inkling.mllib.bench.PlainContender")
  public String contender;

  @Param
  public Workload workload;

  @Param("1")
  public int threads;

  private Work work;

  @Setup
  public void open() throws Exception {
    work = open(contender, workload, threads);
  }

  static Work open(String contender, Workload workload, int threads) throws Exception {
    return Class.forName(contender).asSubclass(Contender.class).getConstructor().newInstance()
        .open(workload, threads);
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public float rate() throws Exception {
    return work.step();
  }

  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public float latency() throws Exception {
    return work.step();
  }

  @TearDown
  public void close() throws Exception {
    work.close();
  }
}
