package jp.tsunagaru.demo;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/**
 * How a kind of worker writes, see {@code routine.txt}.
 *
 * <p>The numbers say how many routine posts one of them writes about one patient in the whole
 * period, and between which hours.
 */
enum Voice {
  NURSE(3.8, 9, 17),
  PHYSICIAN(2.2, 12, 19),
  PHARMACIST(1.8, 13, 18),
  DENTIST(1.6, 13, 16),
  HYGIENIST(1.8, 10, 16),
  CAREMANAGER(1.8, 9, 17),
  HELPER(3.4, 8, 18),
  DAY(3.0, 15, 17),
  PT(2.8, 10, 16),
  OT(2.4, 10, 16),
  ST(2.4, 10, 16),
  SOCIAL(1.8, 9, 17),
  PHN(1.8, 10, 16),
  DIETITIAN(1.6, 10, 16),
  EQUIPMENT(1.2, 10, 17),
  COORDINATOR(1.8, 10, 16);

  private final double posts;
  private final int fromHour;
  private final int toHour;

  Voice(double posts, int fromHour, int toHour) {
    this.posts = posts;
    this.fromHour = fromHour;
    this.toHour = toHour;
  }

  double posts() {
    return posts;
  }

  LocalTime time(Chance chance) {
    return chance.time(fromHour, toHour);
  }

  /** Whether they come more than once a week. */
  boolean often() {
    return onWeekends() || this == PHYSICIAN || this == DAY;
  }

  boolean onWeekends() {
    return this == NURSE || this == HELPER;
  }

  static Voice of(String name) {
    return valueOf(name.strip().toUpperCase(Locale.ROOT));
  }

  /** Empty for those who write nothing. */
  static Optional<Voice> of(DemoUser user) {
    if (user.facility().equals("hinata")) {
      return Optional.of(DAY);
    }
    return Optional.ofNullable(
        switch (user.profession()) {
          case PHYSICIAN -> PHYSICIAN;
          case NURSE, ASSISTANT_NURSE, MIDWIFE -> NURSE;
          case PHARMACIST -> PHARMACIST;
          case DENTIST -> DENTIST;
          case DENTAL_HYGIENIST -> HYGIENIST;
          case CARE_MANAGER, CHIEF_CARE_MANAGER -> CAREMANAGER;
          case HOME_HELPER, SERVICE_PROVISION_MANAGER, CERTIFIED_CARE_WORKER -> HELPER;
          case PHYSICAL_THERAPIST -> PT;
          case OCCUPATIONAL_THERAPIST -> OT;
          case SPEECH_THERAPIST -> ST;
          case MEDICAL_SOCIAL_WORKER,
              CERTIFIED_SOCIAL_WORKER,
              PSYCHIATRIC_SOCIAL_WORKER,
              CERTIFIED_PSYCHOLOGIST,
              CONSULTATION_SUPPORT_SPECIALIST ->
              SOCIAL;
          case PUBLIC_HEALTH_NURSE -> PHN;
          case REGISTERED_DIETITIAN, DIETITIAN -> DIETITIAN;
          case WELFARE_EQUIPMENT_CONSULTANT -> EQUIPMENT;
          case LIFE_SUPPORT_COORDINATOR, DEMENTIA_COMMUNITY_SUPPORT_PROMOTER -> COORDINATOR;
          default -> null;
        });
  }
}
