package jp.tsunagaru.japanese;

import java.util.Arrays;
import java.util.Optional;

/** Level of care need (要介護状態区分) with its national two-digit code. */
public enum CareLevel {
  /** 非該当. */
  NOT_ELIGIBLE("01"),
  /** 事業対象者. */
  PROJECT_TARGET("06"),
  /** 経過的要介護; found in old records only. */
  TRANSITIONAL_CARE("11"),
  /** 要支援1. */
  SUPPORT_1("12"),
  /** 要支援2. */
  SUPPORT_2("13"),
  /** 要介護1. */
  CARE_1("21"),
  /** 要介護2. */
  CARE_2("22"),
  /** 要介護3. */
  CARE_3("23"),
  /** 要介護4. */
  CARE_4("24"),
  /** 要介護5. */
  CARE_5("25");

  private final String code;

  CareLevel(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The level of a national code, empty for codes not in use. */
  public static Optional<CareLevel> ofCode(String code) {
    return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
  }
}
