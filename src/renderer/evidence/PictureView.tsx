import { evidenceText } from '../../catalogue/window/evidence'
import { useEffect, useState } from 'react'
import { useWindowServices } from '../state/windowServices'

/** Shows a picture and its camera data. No export carries that data. */
export function PictureView({
  address,
  sha256,
  name,
}: {
  readonly address: string
  readonly sha256: string
  readonly name: string
}) {
  const [broken, setBroken] = useState(false)
  if (broken) return <p className="viewer-trouble">{evidenceText('pictureView.pictureDamagedCannotShown')}</p>
  return (
    <>
      <img
        className="viewer-picture"
        src={address}
        alt={name || evidenceText('pictureView.evidencePicture')}
        onError={() => setBroken(true)}
      />
      <CameraData key={sha256} sha256={sha256} />
    </>
  )
}

function CameraData({ sha256 }: { readonly sha256: string }) {
  const { act } = useWindowServices().newsroom
  const [open, setOpen] = useState(false)
  const [data, setData] = useState<readonly (readonly [string, string])[]>()
  useEffect(() => {
    if (!open || data) return
    let gone = false
    void act('file.cameraData', { sha256 }).then((outcome) => {
      if (!gone) setData(outcome.ok ? outcome.value.entries : [])
    })
    return () => {
      gone = true
    }
  }, [act, open, data, sha256])
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{evidenceText('pictureView.cameraDataNeverLeaves')}</summary>
      {data?.length === 0 ? <p className="soft">{evidenceText('pictureView.thereNoneFile')}</p> : null}
      <dl className="camera-data">
        {data?.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
