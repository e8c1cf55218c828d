package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.Test;

public class VectorJvmTest {
  @Test
  public void runsACommandOnTheVectorKernelsAndPassesItsLinesOn() throws Exception {
    StringWriter out = new StringWriter();
    int exitCode = VectorJvm.run(new PrintWriter(out), "bench", "--workload", "W1", "--kernels", "vector",
        "--seconds", "0.01");
    assertEquals(0, exitCode);
    assertTrue(out.toString(), out.toString().startsWith("W1.examples_per_second="));
  }

  @Test
  public void passesTheExitCodeOn() throws Exception {
    assertEquals(2, VectorJvm.run(new PrintWriter(new StringWriter()), "bench", "--seconds", "0"));
  }
}
