internal import Glibc
internal import VNetPlugin

exit(SlipwayVNet.run(CommandLine.arguments))
