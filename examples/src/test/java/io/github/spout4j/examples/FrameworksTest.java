package io.github.spout4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.spout4j.opengl.GlReceiver;
import io.github.spout4j.opengl.GlSender;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that each framework wants, as docs/opengl.md has them, compile against it where there is an example of it here. */
class FrameworksTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CALL = Pattern.compile("\\b(sender|receiver)\\.(\\w+)\\(");

    private static final String GIVEN = """
            import static org.lwjgl.glfw.GLFW.*;
            import static org.lwjgl.opengl.GL33C.*;
            import com.badlogic.gdx.graphics.Texture;
            import com.jme3.renderer.Camera;
            import io.github.spout4j.*;
            import io.github.spout4j.opengl.*;
            import java.lang.foreign.MemorySegment;
            import java.nio.ByteBuffer;
            import java.time.Duration;

            GlSender sender;
            GlReceiver receiver;
            int width;
            int height;

            long window; // GLFW
            int drawing; // EGL

            com.badlogic.gdx.graphics.glutils.FrameBuffer target; // libGDX
            com.badlogic.gdx.graphics.g2d.SpriteBatch batch;
            Texture texture;

            com.jme3.app.Application application; // jMonkeyEngine
            com.jme3.texture.Image image;

            SpoutSender pixels; // JavaFX
            SpoutReceiver incoming;
            MemorySegment memory;
            javafx.scene.Scene scene;
            javafx.scene.image.WritableImage picture;
            javafx.scene.image.WritablePixelFormat<ByteBuffer> format;
            javafx.scene.image.PixelBuffer<ByteBuffer> buffer;

            void main() throws Exception {
            %s
            }
            """;

    @TempDir
    private Path directory;

    /** A line of the table: the framework, to send, to receive, and what else. */
    private record Row(String framework, String sending, String receiving) {
        /** Of one that is on the class path, which Processing is not. */
        boolean isOfAnExample() {
            return framework.contains("[sends](../examples/src/main/");
        }
    }

    @Test
    void theLinesCompile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null, "this Java has no compiler");
        List<Path> sources = new ArrayList<>();
        for (Row row : rows()) {
            if (row.isOfAnExample()) {
                String name = row.framework().replaceAll("\\W.*", "");
                sources.add(write(name + "Sends", row.sending()));
                sources.add(write(name + "Receives", row.receiving()));
            }
        }
        assertThat(sources).hasSize(10);
        StringWriter messages = new StringWriter();
        boolean compiled;
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiled = compiler.getTask(messages, files, null,
                    List.of("-cp", JavaProcess.classPath(), "-d", directory.toString(), "-encoding", "UTF-8"), null,
                    files.getJavaFileObjectsFromPaths(sources)).call();
        }
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    @Test
    void everyCallOfOursIsThere() throws IOException {
        assertThat(rows()).hasSize(8).allSatisfy(row -> {
            assertThat(calls(row.sending(), GlSender.class)).as(row.framework()).isTrue();
            assertThat(calls(row.receiving(), GlReceiver.class)).as(row.framework()).isTrue();
        });
    }

    private static boolean calls(String cell, Class<?> type) {
        return CALL.matcher(code(cell)).results().map(call -> call.group(2)).allMatch(
                name -> Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals(name)));
    }

    private Path write(String name, String cell) throws IOException {
        return Files.writeString(directory.resolve(name + ".java"), GIVEN.formatted(code(cell)));
    }

    private static String code(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).collect(Collectors.joining("\n"));
    }

    private static List<Row> rows() throws IOException {
        return Files.readString(Path.of("..", "docs", "opengl.md")).lines()
                .dropWhile(line -> !line.startsWith("| framework")).skip(2).takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|")).map(cells -> new Row(cells[1].strip(), cells[2], cells[3])).toList();
    }
}
