package io.github.spout4j.opengl;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may know whom in this module: the map in docs/architecture.md, enforced. */
class ArchitectureTest {
    private static final String SPOUT = "io.github.spout4j";
    private static final String ROOT = SPOUT + ".opengl";
    private static final Map<String, Set<String>> ARROWS = Map.of("buffers",
            Set.of("context", "framebuffers", "pixels", "textures", "ways"), "framebuffers",
            Set.of("context", "pixels", "textures"), "interop",
            Set.of("context", "framebuffers", "pixels", "textures", "ways"), "textures", Set.of("context", "pixels"),
            "ways", Set.of("framebuffers"));

    private static final JavaClasses MAIN = new ClassFileImporter().importUrl(location());

    /** Where GlSender was compiled to: its folder, or its jar. */
    private static URL location() {
        try {
            String file = GlSender.class.getResource("GlSender.class").toString();
            return URI.create(file.substring(0, file.length() - (ROOT.replace('.', '/') + "/GlSender.class").length()))
                    .toURL();
        } catch (java.net.MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyArrowIsDrawn() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        MAIN.stream().filter(type -> type.getPackageName().startsWith(ROOT + ".")).forEach(type -> type
                .getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(known -> known.startsWith(ROOT) && !known.equals(type.getPackageName()))
                .forEach(known -> arrows.computeIfAbsent(within(type.getPackageName()), _ -> new TreeSet<>())
                        .add(within(known))));
        assertThat(arrows).isEqualTo(ARROWS);
    }

    private static String within(String packageName) {
        return packageName.equals(ROOT) ? "the public API" : packageName.substring(ROOT.length() + 1);
    }

    @Test
    void ofSpoutThePublicApiAloneIsKnown() {
        classes().should().onlyDependOnClassesThat()
                .resideInAnyPackage(SPOUT, ROOT + "..", "java.lang..", "java.util..", "java.time..").check(MAIN);
    }

    @Test
    void oneClassFindsLibraries() {
        noClasses().that().doNotHaveSimpleName("Libraries").should()
                .callMethodWhere(describe("loads a library", call -> call.getName().equals("libraryLookup")))
                .check(MAIN);
    }

    @Test
    void memoryIsMadeUpWhereOpenGlSaysThatItIs() {
        noClasses().that().doNotHaveSimpleName("PixelBuffer").and().doNotHaveSimpleName("GlContext").should()
                .callMethodWhere(describe("makes up memory", ArchitectureTest::makesUpMemory)).check(MAIN);
    }

    private static boolean makesUpMemory(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(MemorySegment.class) && call.getName().equals("reinterpret");
    }
}
