package jp.tsunagaru.facility;

/** 所属団体 of 第7条 and 様式第1, in the order of the form. */
public enum Affiliation {
  MEDICAL_ASSOCIATION,
  DENTAL_ASSOCIATION,
  PHARMACIST_ASSOCIATION,
  COMMUNITY_SUPPORT_CENTER,
  CARE_SERVICE_PROVIDER,
  OTHER
}
