package jp.tsunagaru.axon.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events are kept.
 *
 * @param axonServer {@code host} or {@code host:port} of an Axon Server; blank keeps events in
 *     PostgreSQL
 * @param readBlock how many events a processor reads at a time
 */
@ConfigurationProperties("tsunagaru.events")
record StoreProperties(@DefaultValue("") String axonServer, @DefaultValue("500") int readBlock) {}
