package io.frontdesk.parser.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontdesk.parser.protocol.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.Slide;
import org.apache.poi.sl.usermodel.SlideShow;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;

class SlidesReaderTest {

    private final SlidesReader reader = new SlidesReader();

    @Test
    void takesASlideForAPageWithItsTitleForAHeading() throws IOException {
        for (SlideShow<?, ?> slides : List.of(new XMLSlideShow(), new HSLFSlideShow())) {
            slides.createSlide();
            fill(slides.createSlide());

            assertThat(Blocks.read(reader, bytes(slides)).blocks())
                    .containsExactly(
                            new Block.Heading(1, "Returns", 2),
                            new Block.Paragraph("Within 30 days:", 2),
                            new Block.ListItem("Pack it", false, 1, 2),
                            new Block.TableRow(List.of("Product", "Days"), true, 2),
                            new Block.TableRow(List.of("Laptop", "30"), false, 2));
        }
    }

    private static void fill(Slide<?, ?> slide) {
        var title = slide.createAutoShape();
        title.setPlaceholder(Placeholder.TITLE);
        title.setText("Returns");
        var body = slide.createTextBox();
        body.setText("Within 30 days:");
        body.appendText("Pack it", true);
        body.getTextParagraphs().getLast().setBulletStyle("•");
        var footer = slide.createAutoShape();
        footer.setPlaceholder(Placeholder.FOOTER);
        footer.setText("Confidential");
        var table = slide.createTable(2, 2);
        table.getCell(0, 0).setText("Product");
        table.getCell(0, 1).setText("Days");
        table.getCell(1, 0).setText("Laptop");
        table.getCell(1, 1).setText("30");
    }

    private static byte[] bytes(SlideShow<?, ?> slides) throws IOException {
        var bytes = new ByteArrayOutputStream();
        slides.write(bytes);
        slides.close();
        return bytes.toByteArray();
    }
}
