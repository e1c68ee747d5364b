package io.frontdesk.parser.format;

import static io.frontdesk.parser.format.Blocks.blocks;
import static io.frontdesk.parser.format.Blocks.bullet;
import static io.frontdesk.parser.format.Blocks.code;
import static io.frontdesk.parser.format.Blocks.headerRow;
import static io.frontdesk.parser.format.Blocks.heading;
import static io.frontdesk.parser.format.Blocks.numbered;
import static io.frontdesk.parser.format.Blocks.paragraph;
import static io.frontdesk.parser.format.Blocks.read;
import static io.frontdesk.parser.format.Blocks.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontdesk.parser.detect.Charsets;
import io.frontdesk.parser.protocol.FailureReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

    private final HtmlReader reader = new HtmlReader(new Charsets());

    @Test
    void keepsTheStructureOfThePage() throws IOException {
        var blocks = blocks(reader, """
                <html><body><main><header><h1>Returns</h1></header>
                <p>You have <b>30</b>
                   days.</p>Loose text
                <ul><li>Pack it<ol><li><p>Box</p></li></ol></li><li>Send it</li></ul>
                <table><thead><tr><td>Product</td><td>Days</td></tr></thead>
                <tr><th>Laptop</th><td><p>30</p><p>days</p></td></tr></table>
                <pre>a
                  b</pre></main></body></html>
                """);

        assertThat(blocks)
                .containsExactly(
                        heading(1, "Returns"),
                        paragraph("You have 30 days."),
                        paragraph("Loose text"),
                        bullet(1, "Pack it"),
                        numbered(2, "Box"),
                        bullet(1, "Send it"),
                        headerRow("Product", "Days"),
                        row("Laptop", "30 days"),
                        code("a\n  b"));
    }

    @Test
    void leavesOutWhatSurroundsTheContentOrIsHidden() throws IOException {
        var blocks = blocks(reader, """
                <html><head><title>T</title><meta name="keywords" content="KEYWORDS"><style>STYLE{}</style></head>
                <body style="visibility: hidden"><header>HEADER</header><nav>NAV</nav><div role="navigation">ROLE</div>
                <script>SCRIPT</script><noscript>NOSCRIPT</noscript><!-- COMMENT -->
                <p>Seen</p><p hidden>HIDDEN</p><p style="display : none">NONE</p><i aria-hidden="true">ICON</i>
                <div hidden="until-found">Folded</div>
                <template>TEMPLATE</template><button>BUTTON</button>
                <img alt="" src="data:text/html,<h1>EMBEDDED</h1>">
                <aside>ASIDE</aside><footer>FOOTER</footer></body></html>
                """);

        assertThat(blocks).containsExactly(paragraph("Seen"), paragraph("Folded"));
    }

    @Test
    void takesOnlyTheMainContentOfAPageThatMarksIt() throws IOException {
        assertThat(blocks(reader, "<body><p>Cookies?</p><main><p>Returns</p></main><p>Newsletter</p></body>"))
                .containsExactly(paragraph("Returns"));
        assertThat(blocks(reader, "<body><p>Cookies?</p><div role=main><p>Returns</p></div><p>Newsletter</p></body>"))
                .containsExactly(paragraph("Returns"));
        assertThat(blocks(reader, "<body><p>Returns</p><main></main></body>")).containsExactly(paragraph("Returns"));
    }

    @Test
    void takesTheArticleOfAPageThatConsistsOfIt() throws IOException {
        assertThat(blocks(reader, """
                <body><div class="top"><a href="/">Shop</a></div><h1>Returns</h1>
                <article><header><p>Updated in May</p></header><h2>How long</h2><p>You have 30 days to send it back.</p></article>
                <div class="widget">Newsletter</div></body>
                """))
                .containsExactly(
                        heading(1, "Returns"),
                        paragraph("Updated in May"),
                        heading(2, "How long"),
                        paragraph("You have 30 days to send it back."));
        assertThat(blocks(
                        reader,
                        "<body><p>Laptops go back within 30 days of delivery.</p><article>News</article></body>"))
                .containsExactly(paragraph("Laptops go back within 30 days of delivery."), paragraph("News"));
    }

    @Test
    void leavesOutWhatAPageWithoutRolesPutsAroundItsContent() throws IOException {
        assertThat(blocks(reader, """
                <!DOCTYPE html><html class="cookie-banner-open"><head><title>Shipping</title>
                <meta name="keywords" content="KEYWORDS"><meta name="description" content="DESCRIPTION"></head>
                <body class="nav-open"><a class="skip-link" href="#content">Skip to content</a>
                <div id="site-header"><ul><li>Home</li><li>Shop</li></ul></div>
                <ol class="breadcrumb"><li>Help</li><li>Shipping</li></ol>
                <div id="content"><h1>Shipping</h1><p>To Jersey it costs 5 pounds.</p>
                <ul class="pagination"><li>1</li><li>2</li></ul></div>
                <div id="onetrust-banner-sdk"><p>We value your privacy</p></div>
                <div class="cookie-consent__box fixed"><p>We use cookies.</p></div>
                <div id="footer">Imprint</div></body></html>
                """))
                .containsExactly(heading(1, "Shipping"), paragraph("To Jersey it costs 5 pounds."));
    }

    @Test
    void losesNoPageThatGivesItsContentAStrangeName() throws IOException {
        assertThat(blocks(reader, "<body><div id='navigation'><p>Take the second street.</p></div></body>"))
                .containsExactly(paragraph("Take the second street."));
    }

    @Test
    void readsFoldedAnswersUnderTheirQuestions() throws IOException {
        assertThat(blocks(reader, """
                <body><h1>FAQ</h1><h2>Returns</h2>
                <details><summary>How long do I have?</summary><p>You have 30 days.</p></details>
                <details open><summary><span>What does it cost?</span></summary>Nothing.
                  <details><summary>And from Jersey?</summary><p>5 pounds.</p></details></details>
                <details><summary><h3>Must I pack it?</h3></summary><div>Yes.</div></details>
                <h2>Orders</h2><ul><li><details><summary>Where is it?</summary>On its way.</details></li></ul></body>
                """))
                .containsExactly(
                        heading(1, "FAQ"),
                        heading(2, "Returns"),
                        heading(3, "How long do I have?"),
                        paragraph("You have 30 days."),
                        heading(3, "What does it cost?"),
                        paragraph("Nothing."),
                        heading(4, "And from Jersey?"),
                        paragraph("5 pounds."),
                        heading(3, "Must I pack it?"),
                        paragraph("Yes."),
                        heading(2, "Orders"),
                        heading(3, "Where is it?"),
                        paragraph("On its way."));
    }

    @Test
    void readsTermsThatAskAsHeadingsAndOthersAsText() throws IOException {
        assertThat(blocks(reader, """
                <body><h2>FAQ</h2><dl><dt><p>How long do I have?</p></dt><dd>You have 30 days.</dd>
                <dt>Is it free?</dt><dd><p>Yes.</p><ul><li>From Jersey too</li></ul></dd></dl>
                <h2>Data</h2><dl><dt>Weight</dt><dd>2 kg</dd></dl></body>
                """))
                .containsExactly(
                        heading(2, "FAQ"),
                        heading(3, "How long do I have?"),
                        paragraph("You have 30 days."),
                        heading(3, "Is it free?"),
                        paragraph("Yes."),
                        bullet(1, "From Jersey too"),
                        heading(2, "Data"),
                        paragraph("Weight"),
                        paragraph("2 kg"));
    }

    @Test
    void knowsTitleAndLanguage() throws IOException {
        var sink = read(
                reader,
                "<html lang='de'><head><title> Rückgabe </title></head><body>Text<svg><title>x</title></svg></body></html>"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(sink.title()).hasValue("Rückgabe");
        assertThat(sink.language()).hasValue("de");
    }

    @Test
    void believesADeclaredCharsetUnlessTheBytesAreUtf8() throws IOException {
        var page = "<html><head><meta charset='windows-1252'></head><body>Gerät für 5 €</body></html>";

        assertThat(read(reader, page.getBytes(Charset.forName("windows-1252"))).blocks())
                .containsExactly(paragraph("Gerät für 5 €"));
        assertThat(read(reader, page.getBytes(StandardCharsets.UTF_8)).blocks())
                .containsExactly(paragraph("Gerät für 5 €"));
    }

    @Test
    void expandsNoEntitiesOfADocumentType() throws IOException {
        var blocks = blocks(reader, """
                <?xml version="1.0"?>
                <!DOCTYPE html [<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>
                <html xmlns="http://www.w3.org/1999/xhtml"><body><p>Text &file; &b;</p></body></html>
                """);

        assertThat(blocks.toString())
                .contains("&file; &b;")
                .doesNotContain("root:")
                .doesNotContain("aaaa a");
    }

    @Test
    void stopsAtTheOutputLimit() {
        var page = "<p>0123456789</p>".repeat(100).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> reader.read(page, Blocks.sink(500)))
                .isInstanceOfSatisfying(ParseFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(FailureReason.TOO_LARGE));
    }
}
