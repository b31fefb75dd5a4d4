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
 * {@code --reports DIRECTORY}, {@code --again DIRECTORY} (of a second try of classes that had failures), {@code --problem TEXT}
 * (counts as a failure) and {@code --skipped TEXT} (the whole system). Exit 0 where something passed or was skipped and
 * nothing failed, else 1. {@code --failed-classes DIRECTORY} alone prints the classes that had failures.
 */
void main(String[] arguments) throws Exception {
    if (arguments.length == 2 && arguments[0].equals("--failed-classes")) {
        Summary once = new Summary("");
        once.read(Path.of(arguments[1]));
        once.failed.stream().map(Outcome::type).distinct().forEach(IO::println);
        return;
    }
    List<Summary> systems = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
        String value = arguments[i + 1];
        switch (arguments[i]) {
            case "--system" -> systems.add(new Summary(value));
            case "--reports" -> systems.getLast().read(Path.of(value));
            case "--again" -> systems.getLast().readAgain(Path.of(value));
            case "--problem" -> systems.getLast().failed.add(new Outcome("", value, ""));
            case "--skipped" -> systems.getLast().skipped.add(new Outcome("", "all tests", value));
            default -> throw new IllegalArgumentException(arguments[i]);
        }
    }
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    systems.forEach(Summary::requireSomething);
    systems.forEach(system -> system.print(out));
    out.println();
    systems.forEach(system -> out.println(system.line()));
    System.exit(systems.stream().allMatch(system -> system.failed.isEmpty()) ? 0 : 1);
}

record Outcome(String type, String test, String reason) {
    boolean same(Outcome other) {
        return type.equals(other.type) && test.equals(other.test);
    }

    @Override
    public String toString() {
        return reason.isBlank() ? test : test + ": " + reason;
    }
}

static final class Summary {
    final String system;
    final List<Outcome> failed = new ArrayList<>();
    final List<Outcome> skipped = new ArrayList<>();
    final List<Outcome> secondTry = new ArrayList<>();
    final List<Outcome> passed = new ArrayList<>();

    Summary(String system) {
        this.system = system;
    }

    void read(Path directory) throws IOException, ParserConfigurationException, SAXException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> reports;
        try (Stream<Path> files = Files.list(directory)) {
            reports = files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
        }
        for (Path report : reports) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
            NodeList cases = document.getElementsByTagName("testcase");
            for (int i = 0; i < cases.getLength(); i++) {
                add((Element) cases.item(i));
            }
        }
    }

    /** A test that failed and passed the second time has passed, and is named. */
    void readAgain(Path directory) throws IOException, ParserConfigurationException, SAXException {
        Summary again = new Summary(system);
        again.read(directory);
        for (Outcome outcome : List.copyOf(failed)) {
            if (again.passed.stream().anyMatch(outcome::same) && again.failed.stream().noneMatch(outcome::same)) {
                failed.remove(outcome);
                secondTry.add(outcome);
                passed.add(outcome);
            }
        }
    }

    private void add(Element test) {
        String type = test.getAttribute("classname");
        String name = test.getAttribute("classname").replaceAll(".*\\.", "") + "." + test.getAttribute("name").replace("()", "");
        Element skip = child(test, "skipped");
        Element failure = child(test, "failure") != null ? child(test, "failure") : child(test, "error");
        if (failure != null) {
            failed.add(new Outcome(type, name, reason(failure)));
        } else if (skip != null) {
            skipped.add(new Outcome(type, name, reason(skip)));
        } else {
            Outcome outcome = new Outcome(type, name, "");
            passed.add(outcome);
            Element flaky = child(test, "flakyFailure") != null ? child(test, "flakyFailure") : child(test, "flakyError");
            if (flaky != null) {
                secondTry.add(new Outcome(type, name, reason(flaky)));
            }
        }
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
        if (passed.isEmpty() && failed.isEmpty() && skipped.isEmpty()) {
            failed.add(new Outcome("", "no test ran", ""));
        }
    }

    void print(PrintStream out) {
        print(out, "failed", failed);
        print(out, "passed at the second try only", secondTry);
        print(out, "skipped", skipped);
    }

    private void print(PrintStream out, String what, List<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            out.println();
            out.println(system + ", " + what + ":");
            outcomes.sort(Comparator.comparing(Outcome::test));
            outcomes.forEach(outcome -> out.println("  " + outcome));
        }
    }

    String line() {
        return system + ": " + passed.size() + " passed, " + failed.size() + " failed, " + skipped.size() + " skipped";
    }
}
