package io.github.spout4j.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What Maven Central asks of a bundle. Signatures need a key: where one file has one, all need one. */
final class CentralRules {
    private static final List<String> ONCE = List.of("name", "description");
    private static final List<String> INHERITED = List.of("url", "licenses/license/name", "licenses/license/url",
            "developers/developer/name", "scm/url", "scm/connection", "scm/developerConnection");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    private CentralRules() {}

    /** A sentence for each rule that a bundle breaks. */
    static List<String> broken(Path bundle) throws IOException {
        CentralRules rules = new CentralRules();
        rules.read(bundle);
        rules.check();
        return rules.broken;
    }

    private void read(Path bundle) throws IOException {
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private void check() throws IOException {
        require(!files.isEmpty(), "the bundle is empty");
        Set<String> poms = new TreeSet<>();
        for (String name : files.keySet()) {
            String[] parts = name.split("/");
            String stem = parts.length < 4 ? null : parts[parts.length - 3] + "-" + parts[parts.length - 2];
            if (stem == null || !parts[parts.length - 1].startsWith(stem)) {
                broken.add(name + " is not where its name and version belong");
                continue;
            }
            poms.add(name.substring(0, name.lastIndexOf('/') + 1) + stem);
            if (!Checksum.isOne(name) && !name.endsWith(".asc")) {
                checksums(name);
                signature(name);
            }
        }
        for (String pom : poms) {
            artifact(pom);
        }
    }

    private void require(boolean kept, String otherwise) {
        if (!kept) {
            broken.add(otherwise);
        }
    }

    private void checksums(String name) {
        for (Checksum checksum : Checksum.values()) {
            byte[] told = files.get(checksum.of(name));
            require(told != null, name + " has no checksum " + checksum);
            require(told == null || new String(told, StandardCharsets.US_ASCII).equals(checksum.of(files.get(name))),
                    name + " has another checksum " + checksum + " than its file says");
        }
    }

    private void signature(String name) {
        boolean signed = files.keySet().stream().anyMatch(file -> file.endsWith(".asc"));
        require(!signed || files.containsKey(name + ".asc"), name + " has no signature, while others have");
    }

    /** @param path of the files of one artifact, up to the version */
    private void artifact(String path) throws IOException {
        byte[] bytes = files.get(path + ".pom");
        if (bytes == null) {
            broken.add(path + ".pom is missing");
            return;
        }
        Pom pom = new Pom(bytes);
        String artifact = pom.text("artifactId");
        require(path.equals(pom.groupId().replace('.', '/') + "/" + artifact + "/" + pom.version() + "/" + artifact
                + "-" + pom.version()), path + ".pom has other coordinates than its path");
        require(Stream.concat(Stream.of(pom.version()), pom.versions().stream())
                .noneMatch(version -> version.endsWith("-SNAPSHOT")), path + ".pom names a SNAPSHOT");
        for (String element : ONCE) {
            require(!pom.text(element).isEmpty(), path + ".pom has no " + element);
        }
        for (String element : INHERITED) {
            require(!pom.text(element).isEmpty() || parentHas(pom, element), path + ".pom has no " + element);
        }
        if (!pom.text("packaging").equals("pom")) {
            jar(path + ".jar", "module-info.class");
            jar(path + "-sources.jar", ".java");
            jar(path + "-javadoc.jar", pom.text("properties/no.api.phase").isEmpty() ? "index.html" : "README.txt");
        }
    }

    private boolean parentHas(Pom pom, String element) throws IOException {
        String parent = pom.text("parent/artifactId");
        String version = pom.text("parent/version");
        byte[] bytes = files.get(pom.text("parent/groupId").replace('.', '/') + "/" + parent + "/" + version + "/"
                + parent + "-" + version + ".pom");
        return bytes != null && !new Pom(bytes).text(element).isEmpty();
    }

    private void jar(String name, String needed) throws IOException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            broken.add(name + " is missing");
            return;
        }
        boolean found = false;
        try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                found |= entry.getName().endsWith(needed);
                require(!entry.getName().matches(".*Test\\.(class|java)"), name + " has a test: " + entry.getName());
            }
        }
        require(found, name + " has no " + needed);
    }
}
