internal import CLinux
internal import VNetPlugin

exit(SlipwayVNet.run())
