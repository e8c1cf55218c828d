package app.inkling.mllib.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Groups the commands about the digit model. */
@Command(name = "digits", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
    description = "Trains and measures the model that reads digits.",
    subcommands = {DigitsTrainCommand.class, DigitsEvaluateCommand.class, DigitsPersonaliseCommand.class,
        DigitsNumbersCommand.class,
        DigitsGeneralCommand.class,
        CommandLine.HelpCommand.class})
final class DigitsCommand {}
