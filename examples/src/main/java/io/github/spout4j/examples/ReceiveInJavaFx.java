package io.github.spout4j.examples;

import io.github.spout4j.Alpha;
import io.github.spout4j.PixelLayout;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutReceiver;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/**
 * Shows a sender in a window of JavaFX, as large as fits. The main thread receives straight into the images that JavaFX draws:
 * one copy a frame, and no waiting in JavaFX's thread. Run: {@code examples/run ReceiveInJavaFx [SENDER]}. Argument: the
 * sender's name, else whichever is active.
 */
public final class ReceiveInJavaFx {
    private static final LinkedBlockingQueue<Picture> FILLED = new LinkedBlockingQueue<>();
    private static final LinkedBlockingQueue<Picture> FREE = new LinkedBlockingQueue<>();

    private ReceiveInJavaFx() {}

    public static void main(String[] args) {
        if (args.length > 1) {
            System.err.println("usage: ReceiveInJavaFx [SENDER]");
            System.exit(2);
        }
        Thread receiving = Thread.currentThread();
        PixelLayout layout = PixelLayout.BGRA.alpha(Alpha.PREMULTIPLIED);
        try (Spout spout = Spout.open();
                SpoutReceiver receiver = (args.length > 0 ? spout.receiver(args[0]) : spout.receiver()).open()) {
            Platform.startup(() -> openWindow(receiving::interrupt));
            Picture next = Picture.of(1, 1);
            while (!receiving.isInterrupted()) {
                next = switch (receiver.receiveInto(next.memory, layout, Duration.ofSeconds(1))) {
                    case FRAME -> {
                        FILLED.add(next);
                        yield FREE.take().sizedAs(next);
                    }
                    case RESIZED -> receiver.info().map(it -> Picture.of(it.width(), it.height())).orElse(next);
                    case NO_FRAME -> next;
                };
            }
        } catch (IllegalArgumentException | UnsupportedOperationException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        } catch (InterruptedException _) { // the window was closed
        }
    }

    private static void openWindow(Runnable whenClosed) {
        ImageView view = new ImageView();
        view.setPreserveRatio(true);
        Stage window = new Stage();
        window.setScene(new Scene(new StackPane(view), 960, 540, Color.BLACK));
        view.fitWidthProperty().bind(window.getScene().widthProperty());
        view.fitHeightProperty().bind(window.getScene().heightProperty());
        window.setOnHidden(_ -> whenClosed.run());
        window.show();
        new AnimationTimer() {
            private Picture shown = Picture.of(1, 1), drawn = Picture.of(1, 1);

            @Override
            public void handle(long now) {
                Picture filled = FILLED.poll();
                if (filled != null) {
                    filled.buffer.updateBuffer(_ -> null); // null: all of it is new
                    view.setImage(filled.image);
                    FREE.add(drawn); // not the one shown, which may be being drawn right now
                    drawn = shown;
                    shown = filled;
                }
            }
        }.start();
    }

    private record Picture(PixelBuffer<ByteBuffer> buffer, WritableImage image, MemorySegment memory) {
        private static Picture of(int width, int height) {
            var buffer = new PixelBuffer<>(width, height, ByteBuffer.allocateDirect(width * height * 4),
                    PixelFormat.getByteBgraPreInstance());
            return new Picture(buffer, new WritableImage(buffer), MemorySegment.ofBuffer(buffer.getBuffer()));
        }

        private Picture sizedAs(Picture other) {
            boolean same = memory.byteSize() == other.memory.byteSize() && image.getWidth() == other.image.getWidth();
            return same ? this : of(other.buffer.getWidth(), other.buffer.getHeight());
        }
    }
}
