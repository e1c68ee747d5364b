package io.frontdesk.generation.guard;

import io.frontdesk.contracts.search.Passage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The links that an answer may hold. A link must stand in a passage letter by letter, so that nothing can be sent along with it;
 * and its host must be one at which a document is published, or one that the tenant has named, since a passage may have been
 * written by anybody. An address of e-mail must stand in a passage or have been said by the caller.
 *
 * @param urls as they stand there, without the marks of the sentence around them
 * @param emails in lower case
 */
public record KnownLinks(Set<String> urls, Set<String> emails) {
    public static final KnownLinks NONE = new KnownLinks(Set.of(), Set.of());

    public KnownLinks {
        urls = Set.copyOf(urls);
        emails = Set.copyOf(emails);
    }

    /**
     * Of an answer.
     *
     * @param passages that it may rest on
     * @param said by the caller
     * @param hosts that the tenant allows beside those of the documents
     */
    public static KnownLinks of(List<Passage> passages, String said, Collection<String> hosts) {
        Set<String> trusted = new HashSet<>();
        hosts.forEach(host -> Urls.host(host).ifPresent(trusted::add));
        passages.forEach(passage ->
                Optional.ofNullable(passage.url()).flatMap(Urls::host).ifPresent(trusted::add));
        Set<String> urls = new HashSet<>();
        Set<String> emails = new HashSet<>();
        for (Passage passage : passages) {
            Urls.words(passage.text()).forEach(word -> collect(word, trusted, urls, emails));
            if (passage.url() != null) {
                urls.add(passage.url());
            }
        }
        Urls.words(said).forEach(word -> collect(word, Set.of(), new HashSet<>(), emails));
        return new KnownLinks(urls, emails);
    }

    /** Whether a link of an answer is one of them. */
    boolean hold(String url) {
        return urls.contains(url) || emails.contains(email(url));
    }

    private static void collect(String word, Set<String> trusted, Set<String> urls, Set<String> emails) {
        Matcher links = Urls.in(word);
        while (links.find()) {
            String link = Urls.trimmed(links.group());
            if (link.indexOf('@') > 0 && link.indexOf('/') < 0) {
                emails.add(email(link));
            } else if (Urls.host(link).filter(trusted::contains).isPresent()) {
                urls.add(link);
            }
        }
    }

    private static String email(String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("mailto:") ? lower.substring("mailto:".length()) : lower;
    }
}
