package io.github.spout4j.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.spout4j.media.Ffmpeg;
import io.github.spout4j.preview.Preview;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rooms of the command, and who may know whom: docs/architecture.md, The command. */
class ArchitectureTest {
    private static final String ROOT = "io.github.spout4j.cli";

    /** Which rooms each room knows. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(Map.entry("audit", Set.of()),
            Map.entry("bench", Set.of()), Map.entry("demo", Set.of("pictures")), Map.entry("doctor", Set.of("films")),
            Map.entry("films", Set.of()),
            Map.entry("lists", Set.of()), Map.entry("pictures", Set.of()), Map.entry("preview", Set.of("pictures")),
            Map.entry("raw", Set.of()),
            Map.entry("receive", Set.of("films", "pictures", "raw")),
            Map.entry("send", Set.of("films", "pictures", "raw")),
            Map.entry("settings", Set.of()), Map.entry("shared", Set.of()));

    /** What names all subcommands, and where the program begins. */
    private static final DescribedPredicate<JavaClass> DOOR = describe("are the door",
            type -> List.of(ROOT + ".Main", ROOT + ".SpoutCommand").contains(type.getName()));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void everyRoomIsThereAndKnowsWhatItMay() {
        Map<String, Set<String>> known = new TreeMap<>();
        for (JavaClass type : MAIN) {
            if (!room(type).isEmpty()) {
                Set<String> rooms = known.computeIfAbsent(room(type), _ -> new TreeSet<>());
                type.getDirectDependenciesFromSelf()
                        .forEach(dependency -> rooms.add(room(dependency.getTargetClass().getBaseComponentType())));
                rooms.removeAll(Set.of("", room(type)));
            }
        }
        assertThat(known).isEqualTo(ROOMS);
    }

    @Test
    void theFrameKnowsNoRoom() {
        noClasses().that().resideInAPackage(ROOT).and(not(DOOR)).should().dependOnClassesThat()
                .resideInAnyPackage(ROOMS.keySet().stream().map(room -> ROOT + "." + room).collect(Collectors.toSet())
                        .toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void roomsHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void theCommandUsesThePublicApiAlone() {
        noClasses().should().dependOnClassesThat(describe("are within the library",
                type -> type.getPackageName()
                        .matches("io\\.github\\.spout4j\\.(?!cli\\b|library$|media$|preview$|win32\\.).*")))
                .check(MAIN);
    }

    @Test
    void oneClassCallsWindows() {
        noClasses().that().doNotHaveFullyQualifiedName(ROOT + ".WindowsCommandLine").should().dependOnClassesThat()
                .resideInAPackage("io.github.spout4j.win32..").check(MAIN);
    }

    @Test
    void theRoomOfThePreviewAloneKnowsItsModule() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".preview").should().dependOnClassesThat()
                .resideInAPackage("io.github.spout4j.preview").check(MAIN);
    }

    @Test
    void theRoomOfFilmsAloneKnowsTheirModule() {
        noClasses().that().resideOutsideOfPackage(ROOT + ".films").should().dependOnClassesThat()
                .resideInAPackage("io.github.spout4j.media").check(MAIN);
    }

    @Test
    void filmsUseThePublicApiAlone() {
        noClasses().should().dependOnClassesThat(describe("are within the library or the command",
                type -> type.getPackageName().matches("io\\.github\\.spout4j\\.(?!media$).*")))
                .check(new ClassFileImporter()
                        .importUrl(Ffmpeg.class.getProtectionDomain().getCodeSource().getLocation()));
    }

    @Test
    void thePreviewUsesThePublicApiAlone() {
        noClasses().should().dependOnClassesThat(describe("are within the library or the command",
                type -> type.getPackageName().matches("io\\.github\\.spout4j\\.(?!preview$).*")))
                .check(new ClassFileImporter()
                        .importUrl(Preview.class.getProtectionDomain().getCodeSource().getLocation()));
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)$").check(MAIN);
    }

    /** Which room a class is in; nothing for the frame and for what is not the command's. */
    private static String room(JavaClass type) {
        return type.getPackageName().startsWith(ROOT + ".") ? type.getPackageName().substring(ROOT.length() + 1) : "";
    }
}
