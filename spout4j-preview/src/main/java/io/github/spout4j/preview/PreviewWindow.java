package io.github.spout4j.preview;

import com.formdev.flatlaf.FlatDarkLaf;
import io.github.spout4j.Alpha;
import io.github.spout4j.SenderDirectory;
import io.github.spout4j.SenderInfo;
import io.github.spout4j.Spout;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.JRootPane;
import javax.swing.Timer;

/** The window: makes its parts, and tells those that show something of what others know, 10 times a second. */
final class PreviewWindow implements AutoCloseable {
    private static final int BETWEEN_LOOKS = 100;
    private static final int SQUARE = 8;

    private final JFrame frame = new JFrame("Spout preview");
    private final FullScreen fullScreen = new FullScreen(frame, this::surround);
    private final InfoStrip strip = new InfoStrip();
    private final Rates rates = new Rates();
    private final Timer looks = new Timer(BETWEEN_LOOKS, _ -> look());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch painted = new CountDownLatch(1);
    private final FrameFeed feed;
    private final Renderer renderer;
    private final PictureCanvas canvas;
    private final CurrentView view;
    private final SenderList senders;
    private final SenderDirectory.Subscription subscription;

    private PreviewWindow(Spout spout, PreviewOptions options) {
        renderer = new Renderer(this::repaint);
        feed = new FrameFeed(spout, options.sender(), renderer::wake);
        canvas = new PictureCanvas(renderer, painted::countDown);
        view = new CurrentView(new View(1, 1, Colors.CANVAS.getRGB(), SQUARE, Zoom.FIT,
                options.alpha() == Alpha.OPAQUE ? AlphaView.OPAQUE : AlphaView.CHECKERBOARD,
                options.alpha() == Alpha.PREMULTIPLIED, false, false, -1, -1), renderer::show);
        senders = new SenderList(options.sender(), this::follow);
        Commands commands = new Commands(spout, feed, renderer, canvas, view, senders, fullScreen);
        commands.bind(frame.getRootPane());
        new CanvasMouse(canvas, view, () -> commands.run(Command.FULL_SCREEN)).listen();
        lay(options);
        subscription = senders.listen(spout.senders());
        renderer.start(feed.frames(), view.get());
        feed.start();
        looks.start();
        fullScreen.set(options.fullScreen());
        frame.setVisible(true);
        canvas.requestFocusInWindow();
    }

    /** @throws IllegalArgumentException where no sender can have the name asked for */
    static PreviewWindow open(Spout spout, PreviewOptions options) {
        options.sender().ifPresent(spout::receiver);
        return EventThread.get(() -> {
            System.setProperty("flatlaf.useNativeLibrary", "false");
            FlatDarkLaf.setup();
            return new PreviewWindow(spout, options);
        });
    }

    private void lay(PreviewOptions options) {
        frame.add(canvas, BorderLayout.CENTER);
        frame.add(senders.pane(), BorderLayout.WEST);
        frame.add(strip, BorderLayout.SOUTH);
        frame.getContentPane().setPreferredSize(new Dimension(options.width(), options.height()));
        frame.pack();
        frame.setMinimumSize(new Dimension(PreviewOptions.LEAST_WIDTH, PreviewOptions.LEAST_HEIGHT));
        frame.setLocationRelativeTo(null);
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                closed.countDown();
            }
        });
        canvas.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                size();
            }
        });
        canvas.addPropertyChangeListener("graphicsConfiguration", _ -> size());
    }

    private void size() {
        Dimension size = canvas.deviceSize();
        view.change(now -> now.sized(size.width, size.height, (int) Math.round(SQUARE * canvas.scale())));
    }

    private void repaint() {
        canvas.repaint();
    }

    private void surround(boolean wholeScreen) {
        Color around = wholeScreen ? Color.BLACK : Colors.CANVAS;
        canvas.setBackground(around);
        view.change(now -> now.around(around.getRGB()));
        strip.setVisible(!wholeScreen);
        senders.pane().setVisible(!wholeScreen);
    }

    private void follow(Optional<String> sender) {
        view.change(now -> now.frozen() ? now.otherFreeze() : now);
        feed.follow(sender);
    }

    private void look() {
        Reception reception = feed.reception();
        rates.look(reception.sender().map(SenderInfo::name), feed.received(), canvas.painted(), canvas.waited());
        strip.tell(reception, rates);
        strip.tell(view.get(), canvas.viewport(view.get()), canvas.reading().text());
        canvas.say(Message.of(reception));
        frame.setTitle(reception.sender().map(SenderInfo::name).map(name -> name + " – Spout preview")
                .orElse("Spout preview"));
    }

    /** Waits until the user has closed it, or this thread is interrupted. */
    void awaitClosed() {
        await(closed, Duration.ofDays(Short.MAX_VALUE));
    }

    /** Whether the user closed it, or this thread was interrupted, in that time. */
    boolean awaitClosed(Duration time) {
        return await(closed, time) || Thread.currentThread().isInterrupted();
    }

    /** Whether a frame was painted in that time. */
    boolean awaitFrame(Duration time) {
        return await(painted, time);
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is in the window now, device pixel by device pixel; empty while it is being resized. */
    Optional<BufferedImage> contents() {
        return EventThread.get(() -> {
            if (!canvas.covered()) {
                return Optional.empty();
            }
            JRootPane root = frame.getRootPane();
            double scale = canvas.scale();
            BufferedImage image = new BufferedImage((int) Math.round(root.getWidth() * scale),
                    (int) Math.round(root.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.scale(scale, scale);
            root.printAll(g);
            g.dispose();
            return Optional.of(image);
        });
    }

    /** Closes it, and waits for its threads. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        EventThread.get(() -> {
            looks.stop();
            frame.dispose();
            return null;
        });
        subscription.close();
        renderer.close();
        feed.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
