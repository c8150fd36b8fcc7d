# Sourced: installs the libraries that show pictures, where that may be done: OpenJPEG makes JPEG 2000 quick, libheif shows the photos of
# telephones (HEIC). Without them JPEG 2000 is slower and HEIC can only be downloaded. Tried once a checkout, so that a machine without a
# network starts as fast as ever.
install_library() {
  if [ "$(uname -s)" = Linux ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 \
      && [ ! -e "$root/.tools/$1" ] && ! ldconfig -p 2>/dev/null | grep -q "$2"; then
    mkdir -p "$root/.tools" && touch "$root/.tools/$1"
    echo "$3" >&2
    shift 3
    { apt-get update -qq && for package in "$@"; do DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" || true; done; } >/dev/null 2>&1 || true
  fi
}
install_library openjpeg 'libopenjp2\.so\.7' "JPEG 2000 の画像を速く表示するため libopenjp2-7 を入れています。" libopenjp2-7
# From Debian 13 on the decoder is a package of its own.
install_library heif 'libheif\.so\.1' "HEIC の写真を表示するため libheif1 を入れています。" libheif1 libheif-plugin-libde265
