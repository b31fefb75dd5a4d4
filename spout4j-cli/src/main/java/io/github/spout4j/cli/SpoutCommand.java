package io.github.spout4j.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code spout} itself; what is set here holds for every subcommand. */
@Command(name = "spout", scope = ScopeType.INHERIT, mixinStandardHelpOptions = true, sortOptions = false, versionProvider = Version.class, usageHelpAutoWidth = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:done",
        "1:failed",
        "2:bad input",
        "3:nothing found in time",
        "130:ended by Ctrl-C"}, description = "Live frames between programs, by Spout.", footer = {"", "Example:",
                "  spout demo", "  spout send --help"}, subcommands = {
                        Demo.class,
                        Send.class,
                        Receive.class,
                        ListSenders.class,
                        Active.class,
                        Doctor.class,
                        DemoSender.class,
                        DemoReceiver.class})
final class SpoutCommand implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    /** Runs a command line and returns its exit code. */
    static int run(String... arguments) {
        SpoutCommand command = new SpoutCommand();
        ErrorLine errors = new ErrorLine(() -> command.debug);
        return new CommandLine(command).setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(Style.onStdout().ansi())).setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors).execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Missing subcommand: demo, send, receive, list, active or doctor");
    }
}
