package io.github.spout4j.cli;

import io.github.spout4j.cli.audit.Audit;
import io.github.spout4j.cli.bench.Bench;
import io.github.spout4j.cli.demo.Demo;
import io.github.spout4j.cli.demo.DemoReceiver;
import io.github.spout4j.cli.demo.DemoSender;
import io.github.spout4j.cli.doctor.Doctor;
import io.github.spout4j.cli.films.Relay;
import io.github.spout4j.cli.lists.Active;
import io.github.spout4j.cli.lists.Adapters;
import io.github.spout4j.cli.lists.ListSenders;
import io.github.spout4j.cli.preview.PreviewCommand;
import io.github.spout4j.cli.receive.Receive;
import io.github.spout4j.cli.send.Send;
import io.github.spout4j.cli.settings.SharedSettings;
import io.github.spout4j.cli.shared.Buffer;
import io.github.spout4j.cli.shared.Sync;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                "  spout demo", "  spout send --help"})
public final class SpoutCommand implements Runnable {
    private static final Map<String, Class<?>> SUBCOMMANDS = subcommands();

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    /** Runs a command line and returns its exit code. */
    public static int run(String... arguments) {
        SpoutCommand command = new SpoutCommand();
        ErrorLine errors = new ErrorLine(() -> command.debug);
        return line(command, neededSubcommands(arguments)).setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(Style.onStdout().ansi())).setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors).execute(arguments);
    }

    /** With every subcommand, to read what there is. */
    static CommandLine whole() {
        return line(new SpoutCommand(), SUBCOMMANDS.values());
    }

    private static CommandLine line(SpoutCommand command, Collection<Class<?>> subcommands) {
        CommandLine line = new CommandLine(command);
        subcommands.forEach(line::addSubcommand);
        return line;
    }

    /** Whether a subcommand needs a display. */
    static boolean opensWindow(String subcommand) {
        return SUBCOMMANDS.get(subcommand) == PreviewCommand.class;
    }

    /** Only the one that the first argument names, where it names one: to read the options of all takes a while. */
    private static Collection<Class<?>> neededSubcommands(String... arguments) {
        Class<?> named = arguments.length == 0 ? null : SUBCOMMANDS.get(arguments[0]);
        return named == null ? SUBCOMMANDS.values() : List.of(named);
    }

    @Override
    public void run() {
        if (Terminal.stdout()) {
            System.out.print(FirstSteps.text(Style.onStdout()));
            return;
        }
        throw new ParameterException(spec.commandLine(),
                "Missing subcommand: " + String.join(", ", SUBCOMMANDS.keySet().stream()
                        .filter(name -> !name.contains("-")).toList()));
    }

    private static Map<String, Class<?>> subcommands() {
        Map<String, Class<?>> subcommands = new LinkedHashMap<>();
        subcommands.put("demo", Demo.class);
        subcommands.put("send", Send.class);
        subcommands.put("receive", Receive.class);
        subcommands.put("relay", Relay.class);
        subcommands.put("preview", PreviewCommand.class);
        subcommands.put("list", ListSenders.class);
        subcommands.put("active", Active.class);
        subcommands.put("adapters", Adapters.class);
        subcommands.put("settings", SharedSettings.class);
        subcommands.put("buffer", Buffer.class);
        subcommands.put("sync", Sync.class);
        subcommands.put("bench", Bench.class);
        subcommands.put("doctor", Doctor.class);
        subcommands.put("audit", Audit.class);
        subcommands.put("completion", Completion.class);
        subcommands.put("demo-sender", DemoSender.class);
        subcommands.put("demo-receiver", DemoReceiver.class);
        return subcommands;
    }
}
