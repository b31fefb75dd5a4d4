package io.github.spout4j.examples;

import io.github.spout4j.Alpha;
import io.github.spout4j.Spout;
import io.github.spout4j.SpoutException;
import io.github.spout4j.SpoutFrame;
import io.github.spout4j.SpoutSender;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.image.WritablePixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;

/**
 * Sends what a scene of JavaFX shows, by a snapshot a frame whose pixels are written where receivers read them. JavaFX makes
 * each snapshot in new memory; nothing else is made for a frame. Run: {@code examples/run SendFromJavaFx [NAME]}. Argument: the
 * sender's name, if any.
 */
public final class SendFromJavaFx {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private SendFromJavaFx() {}

    public static void main(String[] args) throws InterruptedException {
        try (Spout spout = Spout.open();
                SpoutSender sender = spout.sender(args.length > 0 ? args[0] : "JavaFX").size(WIDTH, HEIGHT)
                        .format(io.github.spout4j.PixelFormat.BGRA8).alpha(Alpha.PREMULTIPLIED).open()) {
            CountDownLatch closed = new CountDownLatch(1);
            Platform.startup(() -> openWindow(sender, closed::countDown));
            closed.await();
        } catch (IllegalArgumentException | SpoutException e) {
            System.err.println(e.getMessage());
            System.exit(e instanceof SpoutException ? 1 : 2);
        } catch (UnsupportedOperationException e) {
            System.err.println("JavaFX can open no window here: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void openWindow(SpoutSender sender, Runnable whenClosed) {
        Rectangle square = rectangle(WIDTH / 2 - 150, HEIGHT / 2 - 150, 300, Color.ORANGE);
        Group drawing = new Group(rectangle(0, 0, 40, Color.RED), rectangle(0, HEIGHT - 40, 40, Color.BLUE), square);
        Scene scene = new Scene(drawing, WIDTH, HEIGHT, Color.grayRgb(51));
        Stage window = new Stage();
        window.setScene(scene);
        window.setResizable(false);
        window.setTitle("Sending \"" + sender.name() + "\"");
        IO.println(window.getTitle() + "; close the window to end it.");
        AnimationTimer sending = new AnimationTimer() {
            private final WritablePixelFormat<ByteBuffer> format = PixelFormat.getByteBgraPreInstance();
            private final WritableImage picture = new WritableImage(WIDTH, HEIGHT);

            @Override
            public void handle(long now) {
                square.setRotate(now / 1e7 % 360);
                scene.snapshot(picture);
                try (SpoutFrame frame = sender.nextFrame()) {
                    picture.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, format, frame.buffer(),
                            (int) frame.rowPitch());
                }
            }
        };
        window.setOnHidden(_ -> {
            sending.stop();
            whenClosed.run();
        });
        window.show();
        sending.start();
    }

    private static Rectangle rectangle(double x, double y, double side, Color color) {
        Rectangle rectangle = new Rectangle(x, y, side, side);
        rectangle.setFill(color);
        return rectangle;
    }
}
