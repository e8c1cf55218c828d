package app.inkling.mllib.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.Test;

public class VectorJvmTest {
  private final StringWriter out = new StringWriter();

  /** Without options, since this JVM's own may name the module already. */
  @Test
  public void runsACommandOnTheVectorKernelsAndPassesItsLinesOn() throws Exception {
    int exitCode = VectorJvm.run(new PrintWriter(out), List.of(), "bench", "--workload", "W1", "--kernels", "vector",
        "--seconds", "0.01");
    assertEquals(0, exitCode);
    assertTrue(out.toString(), out.toString().startsWith("W1.examples_per_second="));
  }

  /** With this one a JVM says which it is, and runs nothing. */
  @Test
  public void passesOptionsOfTheJvmOn() throws Exception {
    assertEquals(0, VectorJvm.run(new PrintWriter(out), List.of("--version"), "bench", "--seconds", "0"));
    assertTrue(out.toString(), out.toString().contains(System.getProperty("java.version")));
  }

  @Test
  public void passesTheExitCodeOn() throws Exception {
    assertEquals(2, VectorJvm.run(new PrintWriter(out), "bench", "--seconds", "0"));
  }
}
