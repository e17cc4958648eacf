"""Says how much a word tells about which message it stands in: function words little, everyday words less."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.drift.reading.fold import fold
from generator.drift.tuning import Tuning

_VERSION = re.compile(r"v?\d+(?:\.\d+)*")
_MEMORY = 100_000
_STOP = """
a an the this that these those there here and or but nor so yet if then than as at by for from in into of off on onto
out over per to toward towards up upon via with within without is are was were be been being am do does did done doing
has have had having can could may might must shall should will would it its he him his she her hers they them their
theirs we us our ours you your yours i me my mine who whom whose which what when where why how all any both each every
either neither few more most much many other another such some no not only own same too very just also now again about
above across after against along among around because before below between beyond down during even ever further however
like near once one ones onto rather since still though through thus til until under unless while whereas whether
dont doesnt isnt arent wasnt cant cannot couldnt wont wouldnt shouldnt didnt hasnt havent its thats theres were youre
theyre ive youve weve ill youll well im lets
uh uhm umm erm eh ah oh hm hmm mm
der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine ist sind war waren wird werden
wurde hat haben mit von vom zu zum zur im in auf an am aus bei nach fur uber unter als wie auch nur noch so dass wir
ihr ihre sie er es ich du mehr sehr durch um ohne ab
le la les un une des du de et ou mais ne pas est sont etait a ont avec pour par sur dans en au aux ce cet cette ces qui
que quoi dont nous vous ils elles il elle je tu son sa ses leur leurs plus tres sans
el los las una unos unas y o pero no es son era fue han con por para sobre en al del su sus que se lo como mas muy sin
il gli uno e ma non sono con per tra fra nel nella di da della dei che si come piu
o os um uma e nao com por para em no na do da dos das que se como mais
og pa til fra med av det som har ikke et men om vi han hun dere dem oss deg meg seg sitt sine vare var vart ditt dine
deres nar
her hva hvem hvor etter ved mot uten ogsa bare kan skal vil ma bli blir blitt vaere hos enn eller alle noe noen den
de het een en of maar niet is zijn was met van voor op in aan uit bij naar als ook nog dat wij u ze
"""

_COMMON = """
able access across add added allow allows already always amount answer apply area around ask available away back base
based become becomes began begin best better big bit both bring build building built business call called came case
cause certain change changes check choose clear close code come comes common company complete consider contain contains
content control correct cost could create created current currently data date day days deal default define design
detail details develop different difficult directly documentation each early easier easily easy else end enough ensure
error every everything example examples exist expect fact far fast feature features file files find first five follow
following form found four free full fully function further future gain general get gets getting give given gives go
goes going good great group grow half hand happen hard head help helps here high higher hold home hour hours however
idea important improve include included includes including increase information input instead issue item job keep key
kind know known large larger last late later learn least leave left less let level life line list little live long
longer look lot low made main make makes making manage matter mean means member method might minute minutes mode month
months move name need needed needs new next nice note nothing number offer often old online open option options order
others overall page part particular parts people person place plan play please point possible present problem problems
process product products program project projects provide provided provides providing public put question quick quickly
quite ready real really reason recent recently reduce release report require required requires rest result results
return review right run running said same save say second section see seen select send service services set several
short should show side similar simple simply single site sites size small software solution solutions some something
soon source special specific start started state step stop sub such support supported supports sure system systems take
takes team teams tell term test text thing things think third three time times today together tool tools top total true
try turn two type types understand update usage use used useful user users uses using usually value version very view
want way ways web week weeks well whole wide without word work worked working works world write written wrong year
years
"""


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Function words of eight European languages, folded."""
    return frozenset(fold(word) for word in _STOP.split())


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Everyday English words of technical and commercial prose, folded."""
    return frozenset(fold(word) for word in _COMMON.split()) - stop_words()


class Weights(dict[str, float]):
    """Weight of each folded word: 1 unless it is a function word or an everyday word.

    What other messages say is nothing to it: a sentence is a form of a message whatever else we say.
    """

    def __init__(self, tuning: Tuning) -> None:
        self._tuning = tuning
        self._stops, self._common = stop_words(), common_words()
        super().__init__()

    def __missing__(self, word: str) -> float:
        if word in self._stops:
            weight = self._tuning.stop_weight
        elif _VERSION.fullmatch(word):
            weight = self._tuning.version_weight
        else:
            weight = self._tuning.common_weight if word in self._common else 1.0
        if len(self) < _MEMORY:
            self[word] = weight
        return weight
