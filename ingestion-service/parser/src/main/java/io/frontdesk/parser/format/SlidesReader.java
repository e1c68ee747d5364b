package io.frontdesk.parser.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.sl.usermodel.SlideShowFactory;

/** PPTX and PPT through POI, which knows a slide's title where Tika's XHTML has it as text only. A slide is a page. */
public final class SlidesReader implements FormatReader {

    @Override
    public void read(byte[] document, BlockSink sink) throws IOException {
        try (var slides = SlideShowFactory.create(new ByteArrayInputStream(document))) {
            var blocks = new SlideBlocks(sink);
            for (var slide : slides.getSlides()) {
                blocks.slide(slide);
            }
        } catch (IOException | RuntimeException e) {
            throw PoiFailures.of(e);
        }
    }
}
