package io.github.spout4j.cli;

import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code spout completion}. */
@Command(name = "completion", description = "Write a script that lets a shell complete the command's words by Tab.", footer = {
        "",
        "For this shell, or for each new one from a line in ~/.bashrc or ~/.zshrc;",
        "spout must be on the PATH:",
        "  source <(spout completion bash)",
        "  source <(spout completion zsh)"})
final class Completion implements Runnable {
    /** One script is for both: it knows by which it is read. */
    enum Shell {
        BASH, ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final class ShellConverter extends WordConverter<Shell> {
        ShellConverter() {
            super("shell for which there is a script", List.of(Shell.values()), Shell::toString);
        }
    }

    @Parameters(paramLabel = "SHELL", converter = ShellConverter.class, completionCandidates = ShellConverter.class, description = "${COMPLETION-CANDIDATES}")
    private Shell shell;

    @Override
    public void run() {
        System.out.print(AutoComplete.bash("spout", SpoutCommand.whole()));
        System.out.flush();
    }
}
