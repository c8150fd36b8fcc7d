package jp.tsunagaru.facility.read;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import jp.tsunagaru.facility.query.ApplicationState;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code view.application}, for reading only: the projector writes it. */
@Entity
@Immutable
@Table(schema = "view", name = "application")
class ApplicationEntity {
  @Id
  @Column(name = "application_id")
  String applicationId = "";

  @Enumerated(EnumType.STRING)
  @Column(name = "state")
  ApplicationState state = ApplicationState.WAITING_FOR_PAPER;

  @Column(name = "applied_on")
  LocalDate appliedOn = LocalDate.EPOCH;

  @Column(name = "received_at")
  Instant receivedAt = Instant.EPOCH;

  @Column(name = "paper_received_on")
  @Nullable LocalDate paperReceivedOn;

  @Column(name = "profile")
  @ColumnTransformer(read = "cast(profile as text)")
  String profile = "";

  @Column(name = "agreement")
  @ColumnTransformer(read = "cast(agreement as text)")
  String agreement = "";

  @Column(name = "sealed_people")
  byte[] sealedPeople = {};

  @Column(name = "sealed_reason")
  byte @Nullable [] sealedReason;
}
