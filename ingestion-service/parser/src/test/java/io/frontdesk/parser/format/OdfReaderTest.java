package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.bullet;
import static io.frontdesk.parser.format.Blocks.headerRow;
import static io.frontdesk.parser.format.Blocks.heading;
import static io.frontdesk.parser.format.Blocks.numbered;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static io.frontdesk.parser.format.Blocks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.parser.TestDocuments;
import io.frontdesk.parser.protocol.Block;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OdfReaderTest {

    private static final String NUMBERS =
            "<text:list-style style:name='N'><text:list-level-style-number text:level='1'/></text:list-style>";

    private final OdfReader reader = new OdfReader();

    @Test
    void readsHeadingsListsAndTablesOfATextInTheirOrder() throws IOException {
        var sink = Blocks.read(reader, TestDocuments.openDocument("text", NUMBERS, """
                <office:text>
                  <text:table-of-content><text:p>Returns 1</text:p></text:table-of-content>
                  <text:h text:outline-level='2'>Returns</text:h>
                  <text:p>Within<text:s/>30<text:tab/>days<office:annotation><text:p>Check!</text:p></office:annotation>.</text:p>
                  <text:list text:style-name='N'>
                    <text:list-item><text:p>Pack it</text:p>
                      <text:list><text:list-item><text:p>Box</text:p></text:list-item></text:list>
                    </text:list-item>
                  </text:list>
                  <table:table>
                    <table:table-header-rows><table:table-row>
                      <table:table-cell><text:p>Product</text:p></table:table-cell>
                      <table:table-cell><text:p>Days</text:p></table:table-cell>
                    </table:table-row></table:table-header-rows>
                    <table:table-row>
                      <table:table-cell><text:p>Laptop</text:p><text:p>and ink</text:p></table:table-cell>
                      <table:table-cell/>
                    </table:table-row>
                  </table:table>
                </office:text>
                """));

        assertThat(sink.title()).hasValue("Terms");
        assertThat(sink.language()).hasValue("en-GB");
        assertThat(sink.blocks())
                .containsExactly(
                        heading(2, "Returns"),
                        paragraph("Within 30 days."),
                        numbered(1, "Pack it"),
                        bullet(2, "Box"),
                        headerRow("Product", "Days"),
                        row("Laptop and ink", ""));
    }

    @Test
    void readsSheetsAsTheyAreShown() throws IOException {
        var ods = TestDocuments.openDocument("spreadsheet", "", """
                <office:spreadsheet><table:table table:name='Prices'>
                  <table:table-row>
                    <table:table-cell><text:p>Product</text:p></table:table-cell>
                    <table:table-cell table:number-columns-repeated='2'><text:p>May</text:p></table:table-cell>
                    <table:table-cell table:number-columns-repeated='16000'/>
                  </table:table-row>
                  <table:table-row>
                    <table:table-cell><text:p>Ink</text:p></table:table-cell>
                    <table:table-cell/>
                    <table:table-cell office:value='0.5'><text:p>50 %</text:p></table:table-cell>
                  </table:table-row>
                  <table:table-row table:number-rows-repeated='1000000'><table:table-cell/></table:table-row>
                </table:table></office:spreadsheet>
                """);

        assertThat(Blocks.read(reader, ods).blocks())
                .containsExactly(heading(1, "Prices"), headerRow("Product", "May", "May"), row("Ink", "", "50 %"));
    }

    @Test
    void takesASlideForAPageWithItsTitleForAHeading() throws IOException {
        var odp = TestDocuments.openDocument("presentation", "", """
                <office:presentation>
                  <draw:page><draw:frame presentation:class='title'><draw:text-box><text:p>Returns</text:p></draw:text-box></draw:frame>
                    <draw:frame><draw:text-box><text:p>Thirty days.</text:p></draw:text-box></draw:frame></draw:page>
                  <draw:page><draw:frame><draw:text-box><text:p>The end.</text:p></draw:text-box></draw:frame></draw:page>
                </office:presentation>
                """);

        assertThat(Blocks.read(reader, odp).blocks())
                .containsExactly(
                        new Block.Heading(1, "Returns", 1),
                        new Block.Paragraph("Thirty days.", 1),
                        new Block.Paragraph("The end.", 2));
    }

    @Test
    void refusesDocumentTypes() throws IOException {
        var laughs =
                TestDocuments.zip("content.xml", "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>");

        assertThatThrownBy(() -> Blocks.read(reader, laughs)).isInstanceOf(IOException.class);
    }

    @Test
    void keepsTheTextBoundInOneParagraphWithinTheLimit() throws IOException {
        var odt = TestDocuments.openDocument(
                "text", "", "<office:text><text:p>" + "ha ".repeat(1_000) + "</text:p></office:text>");

        assertThatThrownBy(() -> reader.read(odt, Blocks.sink(500))).isInstanceOf(ParseFailure.class);
        assertThat(Blocks.read(reader, odt).blocks())
                .isEqualTo(List.of(paragraph("ha ".repeat(1_000).strip())));
    }
}
