package io.frontdesk.ingestion.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How pages and sitemaps are fetched. */
@ConfigMapping(prefix = "frontdesk.web")
public interface WebConfig {
    /** How we introduce ourselves; robots.txt names us by what stands before the first slash or blank. */
    @WithDefault("Frontdesk/1.0")
    String userAgent();

    /** How many pages one replica fetches at a time; none where 0, nor are sitemaps read. */
    @WithDefault("8")
    int concurrency();

    /** How many pages of one tenant are fetched at a time, by all replicas together. */
    @WithDefault("4")
    int perTenant();

    /** How long new pages of another replica may go unseen. */
    @WithDefault("500ms")
    Duration poll();

    /** How long a host is left alone between two requests; longer where its robots.txt says so. */
    @WithDefault("1s")
    Duration pause();

    /** The longest pause that a robots.txt may ask for. */
    @WithDefault("30s")
    Duration longestPause();

    /** How long a fetch that is under way waits for another host to be free, such as one that it is redirected to. */
    @WithDefault("20s")
    Duration patience();

    /** How long a request may take until its answer is there in full. */
    @WithDefault("20s")
    Duration timeout();

    /** How long a replica that is not heard of keeps a page; longer than its requests take together. */
    @WithDefault("3m")
    Duration pageLease();

    /** How large a page may be, as it is sent and decompressed. */
    @WithDefault("10M")
    MemorySize maxPageBytes();

    /** How large a sitemap may be, as it is sent and decompressed (sitemaps.org: 50 MB). */
    @WithDefault("50M")
    MemorySize maxSitemapBytes();

    /** How many pages a source may list, in all of its sitemaps. */
    @WithDefault("50000")
    int maxPages();

    /** How many sitemaps a source may have. */
    @WithDefault("100")
    int maxSitemaps();

    /** How long the reading of a source may take, and how long a replica that is not heard of keeps it. */
    @WithDefault("10m")
    Duration readingTime();

    /** After what time a source is read again where it does not say. */
    @WithDefault("1d")
    Duration recrawl();

    /** How often a page or a sitemap is tried where the failure may pass. */
    @WithDefault("5")
    int attempts();

    /** The pause after the first failure that may pass; it doubles with each. */
    @WithDefault("10s")
    Duration firstPause();

    /** The longest pause after a failure, also where the host asks for a longer one. */
    @WithDefault("1h")
    Duration longestFailurePause();

    /** The time between the two looks at a page that is not found, after which it is deleted. */
    @WithDefault("1h")
    Duration secondLook();

    /** How long a robots.txt holds (RFC 9309: 24 hours at most). */
    @WithDefault("24h")
    Duration robotsHold();

    /** How long a host is left alone whose robots.txt cannot be read. */
    @WithDefault("5m")
    Duration robotsRetry();
}
