package jp.tsunagaru.axon.proof;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pause between two looks for new events
 * @param interval after which a changed log gets a head, however little came
 * @param recheck how many signed events are looked at again every ten seconds
 */
@ConfigurationProperties("tsunagaru.proof")
record ProofProperties(
    @DefaultValue("1s") Duration pause,
    @DefaultValue("1m") Duration interval,
    @DefaultValue("2000") int recheck) {}
