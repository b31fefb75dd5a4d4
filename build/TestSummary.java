import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Sums JUnit's XML reports up, one system after the other. Arguments: {@code --system NAME} begins a system, then any of
 * {@code --reports DIRECTORY}, {@code --problem TEXT} (counts as a failure) and {@code --skipped TEXT} (the whole system). What
 * failed there, and passed in {@code again-DIRECTORY} beside it, is told by itself. Exit 0 where something passed or was skipped
 * and nothing failed, else 1.
 */
void main(String[] arguments) throws Exception {
    List<Summary> systems = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
        String value = arguments[i + 1];
        switch (arguments[i]) {
            case "--system" -> systems.add(new Summary(value));
            case "--reports" -> systems.getLast().read(Path.of(value));
            case "--problem" -> systems.getLast().failed.add(new Outcome(value, ""));
            case "--skipped" -> systems.getLast().skipped.add(new Outcome("all tests", value));
            default -> throw new IllegalArgumentException(arguments[i]);
        }
    }
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    systems.forEach(Summary::requireSomething);
    systems.forEach(system -> system.print(out, "skipped", system.skipped));
    systems.forEach(system -> system.print(out, "failed, then passed when run again", system.again));
    systems.forEach(system -> system.print(out, "failed", system.failed));
    out.println();
    systems.forEach(system -> out.println(system.line()));
    System.exit(systems.stream().allMatch(system -> system.failed.isEmpty()) ? 0 : 1);
}

record Outcome(String test, String reason) {
    @Override
    public String toString() {
        return reason.isBlank() ? test : test + ": " + reason;
    }
}

static final class Summary {
    final String system;
    final List<Outcome> failed = new ArrayList<>();
    final List<Outcome> skipped = new ArrayList<>();
    final List<Outcome> again = new ArrayList<>();
    int passed;

    Summary(String system) {
        this.system = system;
    }

    void read(Path directory) throws IOException, ParserConfigurationException, SAXException {
        List<Element> second = tests(directory.resolveSibling("again-" + directory.getFileName()));
        Set<String> passedThen = second.stream().filter(test -> failure(test) == null && child(test, "skipped") == null)
                .map(Summary::name).collect(Collectors.toSet());
        tests(directory).forEach(test -> add(test, passedThen));
    }

    private static List<Element> tests(Path directory) throws IOException, ParserConfigurationException, SAXException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Element> tests = new ArrayList<>();
        List<Path> reports;
        try (Stream<Path> files = Files.list(directory)) {
            reports = files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
        }
        for (Path report : reports) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
            NodeList cases = document.getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                tests.add((Element) cases.item(i));
            }
        }
        return tests;
    }

    private void add(Element test, Set<String> passedThen) {
        String name = name(test);
        Element skip = child(test, "skipped");
        Element failure = failure(test);
        if (failure != null && passedThen.contains(name)) {
            again.add(new Outcome(name, reason(failure)));
            passed++;
        } else if (failure != null) {
            failed.add(new Outcome(name, reason(failure)));
        } else if (skip != null) {
            skipped.add(new Outcome(name, reason(skip)));
        } else {
            passed++;
        }
    }

    private static String name(Element test) {
        return test.getAttribute("classname").replaceAll(".*\\.", "") + "." + test.getAttribute("name").replace("()", "");
    }

    private static Element failure(Element test) {
        return child(test, "failure") != null ? child(test, "failure") : child(test, "error");
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                return element;
            }
        }
        return null;
    }

    /** The first line that says something, without what JUnit says before every one. */
    private static String reason(Element outcome) {
        return Stream.of(outcome.getAttribute("message"), outcome.getTextContent()).flatMap(String::lines)
                .map(line -> line.replaceFirst("^(parent was skipped: |org.opentest4j.TestAbortedException: |Assumption failed: )+", ""))
                .map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("no reason given");
    }

    void requireSomething() {
        if (passed == 0 && failed.isEmpty() && skipped.isEmpty()) {
            failed.add(new Outcome("no test ran", ""));
        }
    }

    void print(PrintStream out, String what, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            out.println();
            out.println(system + ", " + what + ":");
            outcomes.sort(Comparator.comparing(Outcome::test));
            outcomes.forEach(outcome -> out.println("  " + outcome));
        }
    }

    String line() {
        return system + ": " + passed + " passed, " + failed.size() + " failed, " + skipped.size() + " skipped";
    }
}
