package io.frontdesk.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** FAQs as HTML: a question is a heading below the first level, its answer what stands between it and the next heading. */
final class HtmlFaq {
    private static final String AROUND = "head, script, .navheader, .navfooter, .NAVHEADER, .NAVFOOTER, .toc, .TOC, "
            + ".sphinxsidebar, .related, .headerlink, .footer, .pull-right";
    private static final Pattern HEADING = Pattern.compile("h[1-6]");
    private static final Pattern NUMBER = Pattern.compile("^(\\d+|[A-Z]\\d+)(\\.\\d+)*\\.?\\s+");

    private HtmlFaq() {}

    static List<QuestionSet.Entry> read(String html) {
        var page = Jsoup.parse(html);
        page.select(AROUND).remove();
        var reader = new Reader();
        page.body().traverse(reader);
        reader.end();
        return reader.entries;
    }

    private static final class Reader implements NodeVisitor {
        private final List<QuestionSet.Entry> entries = new ArrayList<>();
        private final StringBuilder block = new StringBuilder();
        private final List<String> answer = new ArrayList<>();
        private String question = "";

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text && !within(node, HEADING)) {
                block.append(within(node, Pattern.compile("pre")) ? text.getWholeText() : text.text());
            } else if (node instanceof Element element && element.isBlock()) {
                endBlock();
                if (HEADING.matcher(element.normalName()).matches()) {
                    end();
                    boolean asks = !element.normalName().equals("h1");
                    question = asks ? NUMBER.matcher(element.text()).replaceFirst("") : "";
                } else if (element.normalName().equals("li")) {
                    block.append("- ");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                endBlock();
            }
        }

        private static boolean within(Node node, Pattern name) {
            for (Node above = node.parent(); above != null; above = above.parent()) {
                if (name.matcher(above.normalName()).matches()) {
                    return true;
                }
            }
            return false;
        }

        private void endBlock() {
            String text = block.toString().strip();
            block.setLength(0);
            if (!text.isEmpty() && !text.equals("-")) {
                answer.add(text);
            }
        }

        private void end() {
            endBlock();
            if (!question.isEmpty() && !answer.isEmpty()) {
                entries.add(new QuestionSet.Entry(question, String.join("\n\n", answer)));
            }
            answer.clear();
            question = "";
        }
    }
}
