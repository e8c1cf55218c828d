package app.inkling.mllib.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Groups the commands about the keyboard's model. */
@Command(name = "text", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Trains and measures the model that predicts words.",
    subcommands = {TextTrainCommand.class, TextEvaluateCommand.class, TextPersonaliseCommand.class,
        TextBenchmarkCommand.class, TextTranslateCommand.class, TextVectorsCommand.class,
        CommandLine.HelpCommand.class})
final class TextCommand {}
