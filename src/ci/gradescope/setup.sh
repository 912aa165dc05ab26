#!/usr/bin/env bash
# Runs once, as root, while Gradescope builds the image: Ubuntu 22.04 on x86-64. The network is needed here, for Node, and never again.
set -euo pipefail

version=22.14.0
# Of node-v22.14.0-linux-x64.tar.xz, from https://nodejs.org/dist/v22.14.0/SHASUMS256.txt. Another version needs its own.
sha256=69b09dba5c8dcb05c4e4273a4340db1005abeafe3927efda2bc5b249e80437ec
node=/opt/faultline-node

if [ "$(uname -m)" != x86_64 ]; then
  echo "This autograder is made for x86-64, and this machine is $(uname -m). Choose Gradescope's usual image." >&2
  exit 1
fi

apt-get update
apt-get install --yes --no-install-recommends ca-certificates curl xz-utils
curl --fail --silent --show-error --location --retry 3 --output /tmp/node.tar.xz "https://nodejs.org/dist/v$version/node-v$version-linux-x64.tar.xz"
echo "$sha256  /tmp/node.tar.xz" | sha256sum --check --quiet -
mkdir -p "$node"
tar --extract --xz --file /tmp/node.tar.xz --directory "$node" --strip-components=1 --no-same-owner
rm /tmp/node.tar.xz

# The grader runs as nobody: it may read itself, and change nothing.
chmod -R a+rX,go-w /autograder/source "$node"
"$node/bin/node" /autograder/source/faultline/dist/faultline.js --version
