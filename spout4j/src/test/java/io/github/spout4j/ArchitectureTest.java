package io.github.spout4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may know whom: the map in docs/architecture.md, enforced. */
class ArchitectureTest {
    private static final String ROOT = "io.github.spout4j";
    private static final String DIRECT = ROOT + ".direct";
    private static final String POSIX = ROOT + ".kernel.posix";
    private static final String WIN32 = ROOT + ".kernel.win32";
    private static final String D3D11 = ROOT + ".d3d11";
    private static final String LIBRARY = ROOT + ".library";
    private static final String LIBRARY_ENGINE = LIBRARY + ".engine";
    private static final String PIPEWIRE = ROOT + ".pipewire";
    private static final String PIPEWIRE_ENGINE = PIPEWIRE + ".engine";
    private static final String BINDINGS = ROOT + ".win32..";
    private static final String[] BYTES = {POSIX, WIN32, D3D11, LIBRARY, PIPEWIRE, ROOT + ".protocol",
            ROOT + ".pixels"};

    /** Who knows whom, beside the public API. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("direct",
                    Set.of("d3d11", "engine", "kernel", "kernel.posix", "kernel.win32", "memoryshare", "protocol",
                            "ring", "texture", "transport")),
            Map.entry("engine", Set.of("d3d11", "kernel", "pixels", "protocol", "transport")),
            Map.entry("library", Set.of("kernel", "kernel.win32")),
            Map.entry("library.engine",
                    Set.of("d3d11", "engine", "kernel", "kernel.win32", "library", "pixels", "protocol",
                            "transport")),
            Map.entry("memoryshare", Set.of("kernel", "pixels", "protocol", "transport")),
            Map.entry("pipewire.engine", Set.of("engine", "kernel", "pipewire", "pixels", "protocol", "transport")),
            Map.entry("ring", Set.of("kernel", "protocol", "transport")),
            Map.entry("texture", Set.of("d3d11", "kernel", "pixels", "protocol", "transport")),
            Map.entry("protocol", Set.of("kernel")),
            Map.entry("kernel.posix", Set.of("kernel")),
            Map.entry("kernel.win32", Set.of("kernel")));

    /** Values at offsets, and memory that somebody only says is there; whole slices, copies and fills are no reach. */
    private static final DescribedPredicate<JavaMethodCall> REACHES_INTO_MEMORY = describe(
            "reads, writes or makes up memory", call -> call.getTargetOwner().isEquivalentTo(MemorySegment.class)
                    && call.getName().matches("get.*|set.*|reinterpret|ofAddress|address"));

    private static final JavaClasses MAIN = new ClassFileImporter().importUrl(location());

    @Test
    void everyPackageIsThere() {
        Set<String> packages = MAIN.stream().map(type -> type.getPackageName()).collect(Collectors.toSet());
        assertThat(packages).contains(ROOT, DIRECT, POSIX, WIN32, ROOT + ".kernel", ROOT + ".memoryshare",
                ROOT + ".texture", ROOT + ".transport", PIPEWIRE_ENGINE).contains(BYTES);
    }

    @Test
    void everyArrowIsDrawn() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        MAIN.forEach(type -> type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .filter(known -> known.startsWith(ROOT + ".") && !known.equals(type.getPackageName())
                        && !known.startsWith(ROOT + ".win32"))
                .forEach(known -> arrows.computeIfAbsent(within(type.getPackageName()), _ -> new TreeSet<>())
                        .add(within(known))));
        assertThat(arrows).isEqualTo(ARROWS);
    }

    private static String within(String packageName) {
        return packageName.substring(ROOT.length() + 1);
    }

    @Test
    void theProtocolKnowsNoSystem() {
        noClasses().that().resideInAPackage(ROOT + ".protocol").should().dependOnClassesThat()
                .resideInAnyPackage(POSIX, WIN32, BINDINGS, "java.awt..", "javax..").check(MAIN);
    }

    @Test
    void theKernelInterfacesKnowNeitherProtocolNorSystem() {
        classes().that().resideInAPackage(ROOT + ".kernel").should().onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".kernel", "java.lang..", "java.util..", "java.nio",
                        "java.nio.charset")
                .check(MAIN);
    }

    @Test
    void thePublicApiKnowsNothingInternal() {
        classes().that().resideInAPackage(ROOT).should().onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT, "java.lang..", "java.util..", "java.time", "java.nio", "java.nio.file",
                        "java.awt.image")
                .check(MAIN);
    }

    @Test
    void generatedBindingsAreUsedWhereWindowsIsCalledAlone() {
        noClasses().that().resideOutsideOfPackages(WIN32, D3D11).should().dependOnClassesThat()
                .resideInAPackage(BINDINGS)
                .check(MAIN);
    }

    @Test
    void direct3DKnowsNothingOfSpout() {
        noClasses().that().resideInAPackage(D3D11).should().dependOnClassesThat()
                .resideInAnyPackage(DIRECT, ROOT + ".protocol", ROOT + ".kernel..", ROOT + ".texture",
                        ROOT + ".transport", ROOT + ".memoryshare", ROOT + ".pixels")
                .check(MAIN);
    }

    @Test
    void waysForPixelsDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(ROOT + ".memoryshare").should().dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".texture", D3D11).check(MAIN);
        noClasses().that().resideInAPackage(ROOT + ".texture").should().dependOnClassesThat()
                .resideInAPackage(ROOT + ".memoryshare").check(MAIN);
    }

    @Test
    void systemsDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(POSIX).should().dependOnClassesThat()
                .resideInAnyPackage(WIN32, BINDINGS).check(MAIN);
        noClasses().that().resideInAPackage(WIN32).should().dependOnClassesThat().resideInAPackage(POSIX)
                .check(MAIN);
    }

    @Test
    void oneClassChoosesTheSystem() {
        noClasses().that().resideOutsideOfPackages(POSIX, WIN32, LIBRARY, LIBRARY_ENGINE)
                .and(describe("are not LocalSystem", type -> !type.getName().startsWith(DIRECT + ".LocalSystem")))
                .should().dependOnClassesThat().resideInAnyPackage(POSIX, WIN32).check(MAIN);
    }

    @Test
    void theFunctionsOfTheDllKnowNoEngine() {
        noClasses().that().resideInAPackage(LIBRARY).should().dependOnClassesThat()
                .resideInAnyPackage(POSIX, D3D11, ROOT + ".engine", ROOT + ".protocol", ROOT + ".transport")
                .check(MAIN);
    }

    @Test
    void pipeWireKnowsThePublicApiAlone() {
        noClasses().that().resideInAPackage(PIPEWIRE).should()
                .dependOnClassesThat(describe("are ours, but not public",
                        type -> type.getPackageName().startsWith(ROOT + ".")
                                && !type.getPackageName().equals(PIPEWIRE)))
                .check(MAIN);
    }

    @Test
    void enginesDoNotKnowEachOther() {
        noClasses().that().resideInAPackage(LIBRARY + "..").should().dependOnClassesThat()
                .resideInAnyPackage(DIRECT, PIPEWIRE + "..").check(MAIN);
        noClasses().that().resideInAPackage(PIPEWIRE + "..").should().dependOnClassesThat()
                .resideInAnyPackage(DIRECT, LIBRARY + "..").check(MAIN);
        noClasses().that().resideInAnyPackage(DIRECT, ROOT + ".engine").should().dependOnClassesThat()
                .resideInAnyPackage(LIBRARY + "..", PIPEWIRE + "..").check(MAIN);
    }

    @Test
    void enginesAreFoundAsServicesAlone() {
        for (String engine : List.of(DIRECT, LIBRARY_ENGINE, PIPEWIRE_ENGINE)) {
            noClasses().that().resideOutsideOfPackage(engine).should().dependOnClassesThat().resideInAPackage(engine)
                    .check(MAIN);
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().should().haveSimpleNameEndingWith("Manager").orShould().haveSimpleNameEndingWith("Helper")
                .orShould().haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Utils").orShould()
                .haveSimpleNameEndingWith("Impl").check(MAIN);
    }

    @Test
    void onlyCodecsCopiesAndBindingsReachIntoMemory() {
        noClasses().that().resideOutsideOfPackages(BYTES).should().callMethodWhere(REACHES_INTO_MEMORY).check(MAIN);
    }

    @Test
    void onlySystemsCallNativeCode() {
        noClasses().that().resideOutsideOfPackages(POSIX, WIN32, D3D11, LIBRARY, PIPEWIRE).should()
                .dependOnClassesThat()
                .belongToAnyOf(Linker.class, SymbolLookup.class).check(MAIN);
    }

    @Test
    void theModuleExportsThePublicApiAndNothingElse() {
        assertThat(module().exports()).allSatisfy(export -> assertThat(export.isQualified()).isFalse())
                .extracting(ModuleDescriptor.Exports::source).containsExactlyInAnyOrder(ROOT, LIBRARY);
        assertThat(module().opens()).isEmpty();
    }

    @Test
    void theClassPathFindsTheServicesOfTheModule() throws IOException {
        List<String> provided = module().provides().stream()
                .filter(service -> service.service().equals(SpoutEngine.class.getName()))
                .flatMap(service -> service.providers().stream()).toList();
        assertThat(servicesOfTheClassPath()).isNotEmpty().containsExactlyElementsOf(provided);
    }

    private static List<String> servicesOfTheClassPath() throws IOException {
        URL file = URI.create(location() + "META-INF/services/" + SpoutEngine.class.getName()).toURL();
        try (InputStream services = file.openStream()) {
            return new String(services.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        }
    }

    private static ModuleDescriptor module() {
        return ModuleFinder.of(Path.of(URI.create(location().toString()))).find(ROOT).orElseThrow().descriptor();
    }

    /** Where the library's classes are: a folder, or a JAR in other builds. */
    private static URL location() {
        return SpoutEngine.class.getProtectionDomain().getCodeSource().getLocation();
    }
}
