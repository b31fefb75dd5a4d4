package io.github.spout4j.preview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewportTest {
    @ParameterizedTest
    @CsvSource({"800,600, 400,300, 0,0,800,600", "800,600, 400,100, 0,200,800,200", "800,600, 100,300, 300,0,200,600",
            "800,600, 3200,600, 0,225,800,150", "101,50, 3,1, 0,8,101,34"})
    void fittingKeepsTheAspectInTheMiddle(int canvasWidth, int canvasHeight, int width, int height, int left, int top,
            int shownWidth, int shownHeight) {
        Viewport fit = Zoom.FIT.on(canvasWidth, canvasHeight, width, height);
        assertThat(new int[]{fit.left(), fit.top(), fit.shownWidth(), fit.shownHeight()}).containsExactly(left, top,
                shownWidth, shownHeight);
    }

    @Test
    void oneToOneShowsTheMiddleOfALargePicture() {
        Viewport one = Zoom.FIT.on(100, 80, 1000, 800).oneToOne().on(100, 80, 1000, 800);
        assertThat(one.scale()).isEqualTo(1);
        assertThat(one.column(0)).isEqualTo(450);
        assertThat(one.row(79)).isEqualTo(360 + 79);
    }

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        Viewport viewport = Zoom.FIT.on(800, 600, 4000, 3000).oneToOne().on(800, 600, 4000, 3000);
        int column = viewport.column(500);
        int row = viewport.row(200);
        for (int i = 0; i < 7; i++) {
            viewport = viewport.zoomed(1, 500.5, 200.5).on(800, 600, 4000, 3000);
        }
        assertThat(viewport.scale()).isEqualTo(16);
        assertThat(viewport.column(500)).isEqualTo(column);
        assertThat(viewport.row(200)).isEqualTo(row);
    }

    @Test
    void zoomingEndsAtSinglePixelsAndAtSmallPictures() {
        Viewport viewport = Zoom.FIT.on(800, 600, 400, 300);
        assertThat(viewport.zoomed(100).on(800, 600, 400, 300).scale()).isEqualTo(64);
        assertThat(viewport.zoomed(-100).on(800, 600, 400, 300).scale()).isEqualTo(1 / 64.0);
    }

    @Test
    void aPictureIsNotPulledOutOfSight() {
        Viewport viewport = Zoom.FIT.on(100, 100, 1000, 1000).oneToOne().on(100, 100, 1000, 1000);
        assertThat(viewport.moved(100_000, 100_000).on(100, 100, 1000, 1000).column(0)).isZero();
        assertThat(viewport.moved(-100_000, -100_000).on(100, 100, 1000, 1000).row(99)).isEqualTo(999);
    }

    @Test
    void besideThePictureThereIsNoPixel() {
        Viewport viewport = Zoom.FIT.on(800, 600, 400, 100);
        assertThat(viewport.row(199)).isEqualTo(-1);
        assertThat(viewport.row(200)).isZero();
        assertThat(viewport.row(399)).isEqualTo(99);
        assertThat(viewport.row(400)).isEqualTo(-1);
    }
}
