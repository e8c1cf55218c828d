package app.inkling.mllib.cli;

import app.inkling.mllib.train.DivergedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command-line tool: trains, measures and exports models. Figures go to standard output, progress and
 * errors to standard error. It ends with 0, with 1 when a file or an engine failed it, with 2 when it was
 * called wrongly.
 */
@Command(name = "inkling-cli", mixinStandardHelpOptions = true, version = "inkling-cli 0.1.0",
    description = "Trains, measures and exports Inkling's models.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"",
        "Figures go to standard output as name=value, one a line; progress and errors go to standard error.",
        "Exit codes: 0 done, 1 a file or an engine failed, 2 wrong usage."})
public final class Main {
  private static final Class<?>[] COMMANDS = {DigitsCommand.class, TextCommand.class, ExportCommand.class,
      BenchCommand.class, LessonCommand.class};

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err, arguments));
  }

  /** Runs one command in this process and returns its exit code. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    PrintWriter outWriter = new PrintWriter(out, true, StandardCharsets.UTF_8);
    PrintWriter errWriter = new PrintWriter(err, true, StandardCharsets.UTF_8);
    CommandLine commands = commands(arguments)
        .setOut(outWriter)
        .setErr(errWriter)
        .setUsageHelpWidth(110)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, parsed) -> usage(wrong.getMessage(), wrong.getCommandLine()))
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    return commands.execute(arguments);
  }

  /** The tool with the command that is called, or all: to read each one's options takes a fifth of a short run. */
  static CommandLine commands(String... arguments) {
    CommandLine main = new CommandLine(new Main());
    for (Class<?> command : COMMANDS) {
      if (arguments.length > 0 && arguments[0].equals(command.getAnnotation(Command.class).name())) {
        return main.addSubcommand(command);
      }
    }
    for (Class<?> command : COMMANDS) {
      main.addSubcommand(command);
    }
    return main.addSubcommand(CommandLine.HelpCommand.class);
  }

  private static int usage(String message, CommandLine command) {
    command.getErr().println(message);
    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return CommandLine.ExitCode.USAGE;
  }

  private static int explain(Exception failure, CommandLine command) {
    PrintWriter err = command.getErr();
    if (failure instanceof UsageException) {
      return usage(failure.getMessage(), command);
    }
    if (failure instanceof RuntimeException && !(failure instanceof DivergedException)) {
      failure.printStackTrace(err);
    } else {
      err.println(failure instanceof FileSystemException file ? sentence(file) : failure.getMessage());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** Java's own exceptions of the file system often hold the file's name alone. */
  private static String sentence(FileSystemException failure) {
    String file = failure.getOtherFile() == null ? failure.getFile() : failure.getOtherFile();
    if (failure instanceof NoSuchFileException) {
      return file + ": there is no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return file + ": access is denied; check the permissions";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return file + ": is there already and is not a directory";
    }
    if (failure instanceof NotDirectoryException) {
      return file + ": is a file; wants a folder";
    }
    String reason = failure.getReason();
    return file + ": " + (reason == null ? "the file system refused it" : reason);
  }
}
